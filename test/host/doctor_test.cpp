#include "host/doctor.h"

#include <algorithm>

#include "helpers.h"
#include "host/carve.h"
#include "record/merge.h"

namespace limber::host {
namespace {

class Doctor : public RecordTest {
 protected:
  void overwrite(std::size_t from, std::size_t size, char with = '\x5a') {
    std::string bytes = slurp(record());
    ASSERT_LE(from + size, bytes.size());
    bytes.replace(from, size, std::string(size, with));
    spill(record(), bytes);
  }
  // Diagnoses, and holds that the record was left as it was.
  Diagnosis look() {
    const std::string before = slurp(record()), log_before = slurp(record() + "-wal");
    Diagnosis diagnosis = diagnose(options_);
    EXPECT_EQ(slurp(record()), before);
    EXPECT_EQ(slurp(record() + "-wal"), log_before);
    EXPECT_FALSE(diagnosis.findings.empty());
    return diagnosis;
  }
};

// Every event handed out must be one that was put in.
void expect_true(const Diagnosis& diagnosis, std::uint64_t count) {
  const auto all = events_of(0, count);
  for (const Event& event : diagnosis.readable) {
    EXPECT_NE(std::ranges::find(all, event), all.end());
  }
}

TEST_F(Doctor, FindsNoRecord) {
  EXPECT_EQ(look().state, Diagnosis::State::missing);
}

TEST_F(Doctor, FindsAWholeRecord) {
  fill(50);
  const Diagnosis diagnosis = look();
  EXPECT_EQ(diagnosis.state, Diagnosis::State::healthy);
  EXPECT_EQ(diagnosis.readable, events_of(0, 50));
}

TEST_F(Doctor, ReadsWhileAnotherHasItOpen) {
  auto store = open();
  ASSERT_TRUE(store->append(events_of(0, 20)));
  const Diagnosis diagnosis = look();
  EXPECT_EQ(diagnosis.state, Diagnosis::State::healthy);
  EXPECT_EQ(diagnosis.readable.size(), 20u);
}

TEST_F(Doctor, ReadsAroundADamagedPage) {
  fill(200);
  const std::size_t pages = slurp(record()).size() / 4096;
  ASSERT_GT(pages, 8u);
  overwrite(4096 * (pages / 2), 4096);
  const Diagnosis diagnosis = look();
  EXPECT_EQ(diagnosis.state, Diagnosis::State::damaged);
  EXPECT_GT(diagnosis.readable.size(), 150u);
  expect_true(diagnosis, 200);
}

TEST_F(Doctor, ReadsEveryEventWhenTheFirstPageIsGone) {
  fill(200);
  overwrite(0, 4096);
  const Diagnosis diagnosis = look();
  EXPECT_EQ(diagnosis.state, Diagnosis::State::damaged);
  EXPECT_EQ(diagnosis.readable, events_of(0, 200));
}

TEST_F(Doctor, ReadsLongEventsFromRawPages) {
  {
    auto store = open();
    ASSERT_TRUE(store->append({{event_of(1, 30'000), event_of(2, 4'000), event_of(3, 9'000)}}));
  }
  overwrite(0, 4096);
  EXPECT_EQ(look().readable.size(), 3u);
}

TEST_F(Doctor, ReadsTheBeginningOfACutFile) {
  fill(200);
  const std::string bytes = slurp(record());
  spill(record(), bytes.substr(0, bytes.size() * 2 / 3 + 100));
  const Diagnosis diagnosis = look();
  EXPECT_EQ(diagnosis.state, Diagnosis::State::damaged);
  EXPECT_GT(diagnosis.readable.size(), 80u);
  expect_true(diagnosis, 200);
}

TEST_F(Doctor, ReadsEventsThatStandInTheLogAlone) {
  in_child([&] {
    auto store = open();
    (void)store->append(events_of(0, 30));
    ::_exit(0);
    return 0;
  });
  std::filesystem::remove(record());
  spill(record(), std::string(4096, '\0'));  // the database is gone, its log is not
  EXPECT_EQ(look().readable.size(), 30u);
}

TEST_F(Doctor, NamesAnEventThatOneChangedByteSpoiled) {
  fill(20);
  {
    auto database = Database::open(record(), {});
    ASSERT_TRUE(
        database->run("DROP TRIGGER event_is_never_changed;"
                      "UPDATE event SET sealed = CAST(sealed || x'00' AS BLOB) WHERE seq = 7;"));
  }
  const Diagnosis diagnosis = look();
  EXPECT_EQ(diagnosis.state, Diagnosis::State::damaged);
  EXPECT_EQ(diagnosis.readable.size(), 19u);
  EXPECT_EQ(diagnosis.unreadable, 1u);
}

TEST_F(Doctor, SaysThatTheKeyIsMissing) {
  fill(2);
  std::filesystem::remove(key());
  EXPECT_EQ(look().state, Diagnosis::State::no_key);
}

TEST_F(Doctor, SaysThatTheKeyIsAnothers) {
  fill(2);
  ASSERT_TRUE(write_key_file(key(), bare_key(Key::random()), Replace::yes));
  const Diagnosis diagnosis = look();
  EXPECT_EQ(diagnosis.state, Diagnosis::State::wrong_key);
  EXPECT_TRUE(diagnosis.readable.empty());
}

TEST_F(Doctor, AsksForThePassphrase) {
  fill(2);
  {
    ASSERT_TRUE(open()->lock("correct horse"));
  }
  EXPECT_EQ(look().state, Diagnosis::State::locked);
  options_.passphrase = "wrong horse";
  EXPECT_EQ(look().state, Diagnosis::State::locked);
  options_.passphrase = "correct horse";
  EXPECT_EQ(look().state, Diagnosis::State::healthy);
}

TEST_F(Doctor, ReadsWhatItCanOfANewerRecord) {
  fill(5);
  {
    auto database = Database::open(record(), {});
    ASSERT_TRUE(database->run("PRAGMA user_version = 99"));
  }
  const Diagnosis diagnosis = look();
  EXPECT_EQ(diagnosis.state, Diagnosis::State::newer);
  EXPECT_EQ(diagnosis.readable, events_of(0, 5));
}

TEST_F(Doctor, KnowsAForeignFile) {
  fill(1);
  spill(record(), std::string(10'000, 'z'));
  EXPECT_EQ(look().state, Diagnosis::State::foreign);
}

TEST_F(Doctor, PutsWhatIsReadableIntoANewRecord) {
  fill(100);
  overwrite(0, 4096);
  const Diagnosis diagnosis = look();
  StoreOptions fresh = options_;
  fresh.folder = scratch_->path() + "/rescued";
  ASSERT_TRUE(rescue_into(diagnosis, fresh, entropy_).has_value());
  options_ = fresh;
  EXPECT_EQ(open()->list()->events, events_of(0, 100));
}

TEST_F(Doctor, PutsNothingOverARecord) {
  fill(1);
  EXPECT_EQ(rescue_into(look(), options_, entropy_).error().kind, ErrorKind::refused);
}

TEST_F(Doctor, StaysCalmWhateverIsDamaged) {
  fill(60);
  const std::string whole = slurp(record());
  std::uint64_t seed = 7;
  for (int round = 0; round < 60; ++round) {
    std::string bytes = whole;
    const auto next = [&seed](std::size_t bound) {
      seed = seed * 6364136223846793005u + 1442695040888963407u;
      return (seed >> 33) % bound;
    };
    for (std::size_t n = 1 + next(40); n > 0; --n) {
      bytes[next(bytes.size())] = static_cast<char>(next(256));
    }
    bytes.resize(bytes.size() - (round % 3 == 0 ? next(bytes.size()) : 0));
    spill(record(), bytes);
    expect_true(look(), 60);
  }
}

}  // namespace
}  // namespace limber::host

// What an outside log saw acknowledged must be there after the power was cut or the process was
// killed, at any point of a scripted session.
#include <sys/resource.h>

#include <algorithm>
#include <csignal>
#include <set>

#include "base/random.h"
#include "fault_disk.h"
#include "helpers.h"
#include "host/doctor.h"
#include "syscall_cut.h"

namespace limber::host {
namespace {

constexpr int kPoints = 200;

// The n-th append of the script: mostly one small event, at times a large one or a batch.
std::vector<Event> step_of_script(std::uint64_t n) {
  const std::uint64_t first = n * 10;
  if (n % 7 == 3) return {event_of(first, 9'000)};
  if (n % 5 == 2) return events_of(first, first + 4);
  return {event_of(first)};
}

std::set<std::string> ids_of(const std::vector<Event>& events) {
  std::set<std::string> ids;
  for (const Event& event : events) ids.insert(event.id);
  return ids;
}

class PowerCut : public RecordTest {
 protected:
  void SetUp() override {
    RecordTest::SetUp();
    FaultDisk::instance().reset();
    options_.vfs = FaultDisk::kName;
  }
  void TearDown() override { FaultDisk::instance().reset(); }

  // Runs the script until the power goes; returns the ids that were acknowledged.
  std::set<std::string> run_script(std::uint64_t steps) {
    std::set<std::string> acknowledged;
    auto store = open_store(options_, entropy_);
    for (std::uint64_t n = 0; store && n < steps; ++n) {
      const auto events = step_of_script(n);
      if (!(*store)->append(events)) break;
      acknowledged.merge(ids_of(events));
    }
    return acknowledged;
  }
  // What a machine that starts again finds.
  std::set<std::string> after_restart() {
    StoreOptions plain = options_;
    plain.vfs.clear();
    auto store = open_store(plain, entropy_);
    EXPECT_TRUE(store.has_value()) << (store ? "" : describe(store.error()));
    if (!store) return {};
    const auto listing = (*store)->list();
    EXPECT_TRUE(listing.has_value()) << (listing ? "" : describe(listing.error()));
    EXPECT_EQ(diagnose(plain).state, Diagnosis::State::healthy);
    return listing ? ids_of(listing->events) : std::set<std::string>{};
  }
  void new_folder(int round) {
    std::filesystem::remove_all(options_.folder);
    options_.folder = scratch_->path() + "/data" + std::to_string(round);
  }
  // How many file calls the whole script takes.
  std::uint64_t calls_of_script(std::uint64_t steps) {
    FaultDisk::instance().reset();
    run_script(steps);
    const std::uint64_t calls = FaultDisk::instance().calls();
    FaultDisk::instance().reset();
    return calls;
  }
  // How many of kPoints cuts lost something that had been acknowledged.
  int cuts_that_lose(FaultDisk::Keep keep, bool lying_disk, int points) {
    constexpr std::uint64_t kSteps = 25;
    const std::uint64_t calls = calls_of_script(kSteps);
    Random random(20261121);
    int losses = 0;
    for (int round = 0; round < points; ++round) {
      new_folder(round);
      FaultDisk& disk = FaultDisk::instance();
      disk.lie_about_sync(lying_disk);
      disk.cut_power_after(random.below(calls));
      const auto acknowledged = run_script(kSteps);
      disk.drop_unsynced(keep, random.next());
      if (lying_disk) {
        StoreOptions plain = options_;
        plain.vfs.clear();
        const auto found = ids_of(diagnose(plain).readable);
        losses += std::ranges::includes(found, acknowledged) ? 0 : 1;
      } else {
        losses += std::ranges::includes(after_restart(), acknowledged) ? 0 : 1;
      }
    }
    return losses;
  }
};

TEST_F(PowerCut, LosesNothingWhenEveryUnsyncedWriteIsDropped) {
  EXPECT_EQ(cuts_that_lose(FaultDisk::Keep::nothing, false, kPoints), 0);
}

TEST_F(PowerCut, LosesNothingWhenAnyPartOfTheUnsyncedWritesSurvives) {
  EXPECT_EQ(cuts_that_lose(FaultDisk::Keep::any_part, false, kPoints), 0);
}

TEST_F(PowerCut, WouldBeNoticedOnADiskThatLiesAboutSync) {
  EXPECT_GT(cuts_that_lose(FaultDisk::Keep::nothing, true, 20), 10);
}

TEST_F(PowerCut, SaysWhenTheDiskIsFullAndGoesOnWhenItIsNot) {
  FaultDisk::instance().fill_at(400'000);
  auto store = open();
  std::uint64_t n = 0;
  Result<Appended> last;
  while ((last = store->append(events_of(n, n + 1)))) ASSERT_LT(++n, 2000u);
  EXPECT_NE(last.error().message.find("disk is full"), std::string::npos);
  EXPECT_EQ(store->list()->events, events_of(0, n));
  FaultDisk::instance().fill_at(UINT64_MAX);
  EXPECT_TRUE(store->append(events_of(n, n + 1)).has_value());
  EXPECT_EQ(store->list()->events, events_of(0, n + 1));
}

TEST_F(PowerCut, TakesNoPartOfABatchOnAFullDisk) {
  FaultDisk::instance().fill_at(400'000);
  auto store = open();
  ASSERT_TRUE(store->append(events_of(0, 3)));
  EXPECT_FALSE(store->append(events_of(3, 3000)).has_value());
  EXPECT_EQ(*store->count(), 3u);
}

using Kill = RecordTest;

TEST_F(Kill, MinusNineLosesNothingThatWasAcknowledged) {
  Random random(20261121);
  std::set<std::string> acknowledged;
  std::uint64_t next = 0;
  for (int round = 0; round < kPoints; ++round) {
    int outside_log[2];
    ASSERT_EQ(::pipe(outside_log), 0);
    const pid_t child = ::fork();
    if (child == 0) {
      SystemEntropy entropy;
      auto store = open_store(options_, entropy);
      for (std::uint64_t n = next; store && (*store)->append(step_of_script(n)); ++n) {
        if (::write(outside_log[1], &n, sizeof n) != sizeof n) break;
      }
      ::_exit(1);
    }
    ::close(outside_log[1]);
    std::uint64_t step = 0;
    for (std::uint64_t seen = random.below(4); seen > 0; --seen) {
      if (::read(outside_log[0], &step, sizeof step) != sizeof step) break;
      acknowledged.merge(ids_of(step_of_script(step)));
      next = step + 1;
    }
    ::usleep(static_cast<useconds_t>(random.below(2500)));
    ::kill(child, SIGKILL);
    while (::read(outside_log[0], &step, sizeof step) == sizeof step) {
      acknowledged.merge(ids_of(step_of_script(step)));
      next = step + 1;
    }
    ::close(outside_log[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status)) << "the child ended by itself";
    next += 1;  // the step in flight may have been written: its ids are not used again
    const auto found = ids_of(open()->list()->events);
    ASSERT_TRUE(std::ranges::includes(found, acknowledged)) << "round " << round;
  }
  EXPECT_GT(acknowledged.size(), 200u);
}

TEST_F(Kill, SaysWhenTheSystemAllowsNoLargerFile) {
  fill(1);
  const int code = in_child([&] {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{60'000, 60'000};
    if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return 9;
    auto store = open_store(options_, entropy_);
    if (!store) return 8;
    for (std::uint64_t n = 1; n < 500; ++n) {
      const auto done = (*store)->append(events_of(n, n + 1));
      if (!done) return done.error().kind == ErrorKind::store && !done.error().hint.empty() ? 0 : 7;
    }
    return 6;
  });
  EXPECT_EQ(code, 0);
  EXPECT_TRUE(open()->append(events_of(900, 901)).has_value());
}

// Runs `body` in a child that ends at its n-th file call, for every n it has; `after` looks.
template <class Body, class After>
int at_every_file_call(const Body& body, const After& after) {
  int cuts = 0;
  for (std::uint64_t n = 0; n < 100; ++n) {
    const int code = in_child([&] {
      exit_at_file_call(n);
      body();
      return 0;
    });
    after(code == 0);
    if (code == 0) return cuts;
    EXPECT_EQ(code, kCutExit);
    ++cuts;
  }
  return -1;
}

TEST_F(Kill, LeavesAnInterruptedLockLockedOrNot) {
  fill(3);
  const int cuts =
      at_every_file_call([&] { (void)(*open_store(options_, entropy_))->lock("correct horse"); },
                         [&](bool done) {
                           const bool locked = *needs_passphrase(options_.folder);
                           EXPECT_TRUE(locked || !done);
                           StoreOptions known = options_;
                           if (locked) known.passphrase = "correct horse";
                           auto store = open_store(known, entropy_);
                           ASSERT_TRUE(store.has_value());
                           EXPECT_EQ((*store)->list()->events, events_of(0, 3));
                           ASSERT_TRUE((*store)->unlock());
                         });
  EXPECT_GE(cuts, 4);
}

TEST_F(Kill, LeavesAnInterruptedUnlockLockedOrNot) {
  fill(3);
  {
    ASSERT_TRUE(open()->lock("correct horse"));
  }
  options_.passphrase = "correct horse";
  const int cuts = at_every_file_call(
      [&] { (void)(*open_store(options_, entropy_))->unlock(); },
      [&](bool done) {
        EXPECT_TRUE(!done || !*needs_passphrase(options_.folder));
        auto store = open();
        EXPECT_EQ(store->list()->events, events_of(0, 3));
        ASSERT_TRUE(store->lock("correct horse"));
        // A half-written copy of the bare key must not stay behind.
        sweep_key_leftovers(key(), 0);
        for (const auto& entry : std::filesystem::directory_iterator(options_.folder)) {
          EXPECT_EQ(slurp(entry.path()).find("\"key\""), std::string::npos) << entry.path();
        }
      });
  EXPECT_GE(cuts, 4);
}

TEST_F(Kill, LeavesAnInterruptedEraseReadableOrGone) {
  fill(3);
  const int cuts = at_every_file_call(
      [&] { (void)erase_record(options_.folder); },
      [&](bool) {
        if (file_exists(key()) && file_exists(record())) {
          const Diagnosis diagnosis = diagnose(options_);
          EXPECT_TRUE(diagnosis.readable.empty() || diagnosis.readable == events_of(0, 3));
        }
        EXPECT_TRUE(erase_record(options_.folder).has_value());
        EXPECT_TRUE(!file_exists(options_.folder) || std::filesystem::is_empty(options_.folder));
        fill(3);  // for the next round
      });
  EXPECT_GE(cuts, 4);
}

TEST_F(Kill, StartsARecordWhoseMakingWasInterrupted) {
  const int cuts = at_every_file_call([&] { (void)open_store(options_, entropy_); },
                                      [&](bool) {
                                        EXPECT_EQ(*open()->count(), 0u);
                                        std::filesystem::remove_all(options_.folder);
                                      });
  EXPECT_GE(cuts, 4);
}

}  // namespace
}  // namespace limber::host

#include "host/sealed_store.h"

#include "helpers.h"

namespace limber::host {
namespace {

using SealedStore = RecordTest;

TEST_F(SealedStore, GivesBackWhatWasAppended) {
  const std::vector<Event> events = events_of(0, 20);
  ASSERT_TRUE(open()->append(events).has_value());
  EXPECT_EQ(open()->list()->events, events);
}

TEST_F(SealedStore, KeepsUnicodeAndLongPayloads) {
  Event event = event_of(1, 200'000);
  event.payload = "{\"text\":\"\xc3\xa4 \xe2\x82\xac " + std::string(200'000, 'y') + "\"}";
  event.offset_min = -720;
  ASSERT_TRUE(open()->append({{event}}).has_value());
  EXPECT_EQ(open()->list()->events, std::vector{event});
}

TEST_F(SealedStore, ListsOnlyWhatIsNewer) {
  auto store = open();
  ASSERT_TRUE(store->append(events_of(0, 3)));
  const auto first = store->list();
  ASSERT_TRUE(store->append(events_of(3, 5)));
  EXPECT_EQ(store->list(first->last)->events, events_of(3, 5));
}

TEST_F(SealedStore, KnowsAnEventItHas) {
  auto store = open();
  ASSERT_TRUE(store->append(events_of(0, 3)));
  const auto again = store->append(events_of(1, 4));
  EXPECT_EQ(again->added, 1u);
  EXPECT_EQ(again->known, 2u);
  EXPECT_EQ(*store->count(), 4u);
}

TEST_F(SealedStore, KeepsTheFirstOfTwoThatClash) {
  auto store = open();
  Event other = event_of(1);
  other.payload = "{}";
  ASSERT_TRUE(store->append({{event_of(1)}}));
  const auto clash = store->append({{other}});
  EXPECT_EQ(clash->conflicts, std::vector{other.id});
  EXPECT_EQ(store->list()->events, std::vector{event_of(1)});
}

TEST_F(SealedStore, TakesAllOrNothing) {
  auto store = open();
  std::vector<Event> events = events_of(0, 3);
  events[2].payload = "[1]";
  const auto refused = store->append(events);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().where, "/events/2/payload");
  EXPECT_EQ(*store->count(), 0u);
}

TEST_F(SealedStore, HidesKindAndPayloadOnDisk) {
  Event event = event_of(1);
  event.kind = "very.special.kind";
  event.payload = "{\"secret\":\"dizzy after cracking\"}";
  {
    ASSERT_TRUE(open()->append({{event}}));
  }
  const std::string bytes = slurp(record());
  EXPECT_EQ(bytes.find("very.special"), std::string::npos);
  EXPECT_EQ(bytes.find("dizzy"), std::string::npos);
}

TEST_F(SealedStore, KeepsItsFilesPrivate) {
  auto store = open();
  ASSERT_TRUE(store->append(events_of(0, 1)));
  for (const std::string& path : {record(), record() + "-wal", record() + "-shm", key()}) {
    struct stat about{};
    ASSERT_EQ(::stat(path.c_str(), &about), 0) << path;
    EXPECT_EQ(about.st_mode & 0077u, 0u) << path;
  }
}

TEST_F(SealedStore, KeepsItsDevice) {
  const std::string device = open()->device();
  EXPECT_TRUE(parse_uuid(device).has_value());
  EXPECT_EQ(open()->device(), device);
}

TEST_F(SealedStore, RefusesAChangedRow) {
  fill(3);
  {
    auto database = Database::open(record(), {});
    ASSERT_TRUE(
        database->run("DROP TRIGGER event_is_never_changed;"
                      "UPDATE event SET at_ms = at_ms + 1 WHERE seq = 2;"));
  }
  const auto listing = open()->list();
  ASSERT_FALSE(listing.has_value());
  EXPECT_NE(listing.error().message.find("event 2"), std::string::npos);
}

TEST_F(SealedStore, RefusesASealTakenFromAnotherRow) {
  fill(3);
  {
    auto database = Database::open(record(), {});
    ASSERT_TRUE(database->run(
        "DROP TRIGGER event_is_never_changed;"
        "UPDATE event SET sealed = (SELECT sealed FROM event WHERE seq = 1) WHERE seq = 2;"));
  }
  EXPECT_FALSE(open()->list().has_value());
}

TEST_F(SealedStore, HoldsThatEventsAreNeverChangedOrRemoved) {
  fill(2);
  auto database = Database::open(record(), {});
  EXPECT_FALSE(database->run("UPDATE event SET at_ms = 0"));
  EXPECT_FALSE(database->run("DELETE FROM event"));
}

TEST_F(SealedStore, SaysWhenTheKeyIsMissing) {
  fill(1);
  std::filesystem::remove(key());
  const Error error = refusal();
  EXPECT_EQ(error.message, "the key of the record is missing");
  EXPECT_FALSE(file_exists(key()));  // and makes no new one over the record
}

TEST_F(SealedStore, SaysWhenTheKeyIsAnothers) {
  fill(1);
  std::filesystem::remove(key());
  ASSERT_TRUE(write_key_file(key(), bare_key(Key::random()), Replace::yes));
  EXPECT_EQ(refusal().message, "this key belongs to another record");
}

TEST_F(SealedStore, LeavesANewerRecordUntouched) {
  fill(2);
  {
    auto database = Database::open(record(), {});
    ASSERT_TRUE(database->run("PRAGMA user_version = 99"));
  }
  const std::string before = slurp(record());
  EXPECT_EQ(refusal().message, "the record was written by a newer Limber");
  EXPECT_EQ(slurp(record()), before);
  EXPECT_FALSE(file_exists(record() + "-wal"));
}

TEST_F(SealedStore, LeavesANewerRecordUntouchedWhenOnlyItsLogSaysSo) {
  fill(2);
  // A process that dies leaves the log behind, with the new version number in it alone.
  in_child([&] {
    auto database = Database::open(record(), {});
    (void)database->run("PRAGMA journal_mode = WAL; PRAGMA user_version = 99;");
    ::_exit(0);
    return 0;
  });
  ASSERT_TRUE(file_exists(record() + "-wal"));
  const std::string before = slurp(record()), log_before = slurp(record() + "-wal");
  EXPECT_EQ(refusal().message, "the record was written by a newer Limber");
  EXPECT_EQ(slurp(record()), before);
  EXPECT_EQ(slurp(record() + "-wal"), log_before);
}

TEST_F(SealedStore, LeavesAForeignDatabaseUntouched) {
  ASSERT_TRUE(make_private_folder(options_.folder));
  {
    auto database = Database::open(record(), {.create = true, .vfs = {}});
    ASSERT_TRUE(database->run("CREATE TABLE birds (name TEXT)"));
  }
  ASSERT_TRUE(write_key_file(key(), bare_key(Key::random()), Replace::yes));
  const std::string before = slurp(record());
  EXPECT_EQ(refusal().message, "this file is not a Limber record");
  EXPECT_EQ(slurp(record()), before);
}

TEST_F(SealedStore, LeavesAFileThatIsNoDatabaseUntouched) {
  ASSERT_TRUE(make_private_folder(options_.folder));
  spill(record(), "Dear diary, today I cracked my back.");
  EXPECT_EQ(refusal().message, "this file is not a Limber record");
  EXPECT_EQ(slurp(record()), "Dear diary, today I cracked my back.");
  EXPECT_FALSE(file_exists(key()));
}

TEST_F(SealedStore, SaysWhenThePathIsAFile) {
  spill(options_.folder, "x");
  EXPECT_EQ(refusal().kind, ErrorKind::store);
}

TEST_F(SealedStore, SaysWhenTheFolderIsReadOnly) {
  fill(2);
  ASSERT_EQ(::chmod(scratch_->path().c_str(), 0755), 0);
  ASSERT_EQ(::chmod(options_.folder.c_str(), 0555), 0);
  for (const std::string& path : {record(), key()})
    ASSERT_EQ(::chown(path.c_str(), 65534, 65534), 0);
  const std::string before = slurp(record());
  const int code = in_child([&] {
    if (::geteuid() == 0 && ::setuid(65534) != 0) return 9;  // root would not be stopped
    const Error error = refusal();
    return error.kind == ErrorKind::store && !error.hint.empty() ? 0 : 1;
  });
  ASSERT_EQ(::chmod(options_.folder.c_str(), 0755), 0);
  EXPECT_EQ(code, 0);
  EXPECT_EQ(slurp(record()), before);
}

TEST_F(SealedStore, OpensARecordFoundByTwoAtOnce) {
  std::vector<pid_t> children;
  for (std::uint64_t child = 0; child < 6; ++child) {
    const pid_t pid = ::fork();
    if (pid == 0) {
      SystemEntropy entropy;
      auto store = open_store(options_, entropy);
      bool ok = store.has_value();
      for (std::uint64_t i = 0; ok && i < 15; ++i) {
        ok = (*store)->append({{event_of(child * 100 + i)}}).has_value();
      }
      ::_exit(ok ? 0 : 1);
    }
    children.push_back(pid);
  }
  for (const pid_t pid : children) {
    int status = 0;
    ::waitpid(pid, &status, 0);
    EXPECT_EQ(status, 0);
  }
  EXPECT_EQ(open()->list()->events.size(), 90u);
}

TEST_F(SealedStore, OpensFromAnOpenStoreWhatAnotherAdded) {
  auto one = open(), two = open();
  ASSERT_TRUE(one->append(events_of(0, 2)));
  ASSERT_TRUE(two->append(events_of(2, 4)));
  EXPECT_EQ(one->list()->events, events_of(0, 4));
}

TEST_F(SealedStore, SaysWhenAnotherHoldsItTooLong) {
  options_.busy_ms = 20;
  auto store = open();
  auto other = Database::open(record(), {});
  ASSERT_TRUE(other->run("BEGIN IMMEDIATE"));
  const auto refused = store->append(events_of(0, 1));
  ASSERT_FALSE(refused.has_value());
  EXPECT_NE(refused.error().message.find("another Limber"), std::string::npos);
  ASSERT_TRUE(other->run("ROLLBACK"));
  EXPECT_TRUE(store->append(events_of(0, 1)).has_value());
}

// --- Passphrase -------------------------------------------------------------------------------

TEST_F(SealedStore, OpensALockedRecordWithItsPassphraseOnly) {
  fill(2);
  {
    ASSERT_TRUE(open()->lock("correct horse"));
  }
  EXPECT_TRUE(*needs_passphrase(options_.folder));
  EXPECT_EQ(refusal().kind, ErrorKind::refused);
  options_.passphrase = "wrong horse";
  EXPECT_EQ(refusal().message, "this passphrase does not open the record");
  options_.passphrase = "correct horse";
  EXPECT_EQ(open()->list()->events, events_of(0, 2));
}

TEST_F(SealedStore, RefusesAShortPassphrase) {
  auto store = open();
  EXPECT_EQ(store->lock("short").error().kind, ErrorKind::usage);
  EXPECT_FALSE(store->locked());
}

TEST_F(SealedStore, UnlocksForGood) {
  fill(2);
  {
    ASSERT_TRUE(open()->lock("correct horse"));
  }
  options_.passphrase = "correct horse";
  {
    ASSERT_TRUE(open()->unlock());
  }
  options_.passphrase.reset();
  EXPECT_FALSE(*needs_passphrase(options_.folder));
  EXPECT_EQ(open()->list()->events, events_of(0, 2));
}

TEST_F(SealedStore, ChangesThePassphrase) {
  fill(1);
  auto store = open();
  ASSERT_TRUE(store->lock("the first one"));
  ASSERT_TRUE(store->lock("the second one"));
  options_.passphrase = "the first one";
  EXPECT_EQ(refusal().message, "this passphrase does not open the record");
  options_.passphrase = "the second one";
  EXPECT_EQ(open()->list()->events, events_of(0, 1));
}

TEST_F(SealedStore, GoesOnWhileAnotherProcessLocksIt) {
  auto one = open(), two = open();
  ASSERT_TRUE(two->lock("correct horse"));
  EXPECT_TRUE(one->append(events_of(0, 1)).has_value());
}

// --- Erase ------------------------------------------------------------------------------------

TEST_F(SealedStore, ErasesEverything) {
  auto store = open();
  ASSERT_TRUE(store->append(events_of(0, 5)));
  ASSERT_TRUE(store->erase());
  EXPECT_TRUE(std::filesystem::is_empty(options_.folder));
  EXPECT_FALSE(store->list().has_value());
  EXPECT_FALSE(store->append(events_of(0, 1)).has_value());
}

TEST_F(SealedStore, StartsAnewAfterErasing) {
  ASSERT_TRUE(open()->erase());
  EXPECT_EQ(*open()->count(), 0u);
}

TEST_F(SealedStore, ErasesNothingWhileAnotherHasItOpen) {
  auto one = open(), two = open();
  ASSERT_TRUE(two->append(events_of(0, 2)));
  EXPECT_EQ(one->erase().error().kind, ErrorKind::refused);
  EXPECT_EQ(one->list()->events, events_of(0, 2));
  EXPECT_TRUE(two->append(events_of(2, 3)).has_value());
}

TEST_F(SealedStore, LeavesNoByteOfTheRecordBehind) {
  fill(30);
  // Hard links keep the blocks reachable after the names are gone.
  const std::string record_copy = scratch_->path() + "/db", key_copy = scratch_->path() + "/key";
  ASSERT_EQ(::link(record().c_str(), record_copy.c_str()), 0);
  ASSERT_EQ(::link(key().c_str(), key_copy.c_str()), 0);
  ASSERT_TRUE(open()->erase());
  for (const std::string& path : {record_copy, key_copy}) {
    const std::string bytes = slurp(path);
    EXPECT_FALSE(bytes.empty());
    EXPECT_EQ(bytes.find_first_not_of('\0'), std::string::npos) << path;
  }
}

TEST_F(SealedStore, ErasesADamagedRecord) {
  fill(3);
  spill(record(), "garbage");
  EXPECT_TRUE(erase_record(options_.folder).has_value());
  EXPECT_TRUE(std::filesystem::is_empty(options_.folder));
}

TEST_F(SealedStore, ErasesALockedRecordWithoutItsPassphrase) {
  fill(1);
  {
    ASSERT_TRUE(open()->lock("correct horse"));
  }
  EXPECT_TRUE(erase_record(options_.folder).has_value());
  EXPECT_FALSE(file_exists(key()));
}

}  // namespace
}  // namespace limber::host

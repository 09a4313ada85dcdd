#include "host/schema.h"

#include <array>

#include "helpers.h"

namespace limber::host {
namespace {

class Schema : public RecordTest {
 protected:
  Database fresh() {
    auto database = Database::open(scratch_->path() + "/x.db", {.create = true, .vfs = {}});
    EXPECT_TRUE(database.has_value());
    return std::move(*database);
  }
};

TEST_F(Schema, RunsEveryStepOnce) {
  Database database = fresh();
  constexpr std::array<std::string_view, 2> kSteps = {"CREATE TABLE a (x);",
                                                      "INSERT INTO a VALUES (1);"};
  ASSERT_TRUE(migrate(database, kSteps));
  ASSERT_TRUE(migrate(database, kSteps));
  EXPECT_EQ(*database.number("SELECT count(*) FROM a"), 1);
  EXPECT_EQ(*database.number("PRAGMA user_version"), 2);
  EXPECT_EQ(*database.number("PRAGMA application_id"), kApplicationId);
}

TEST_F(Schema, GoesOnFromAnOlderVersion) {
  Database database = fresh();
  constexpr std::array<std::string_view, 2> kSteps = {"CREATE TABLE a (x);",
                                                      "ALTER TABLE a ADD COLUMN y DEFAULT 5;"};
  ASSERT_TRUE(migrate(database, std::span(kSteps).first(1)));
  ASSERT_TRUE(database.run("INSERT INTO a (x) VALUES (1)"));
  ASSERT_TRUE(migrate(database, kSteps));
  EXPECT_EQ(*database.number("SELECT y FROM a"), 5);
}

TEST_F(Schema, LeavesTheOlderVersionWhenAStepFails) {
  Database database = fresh();
  constexpr std::array<std::string_view, 2> kSteps = {
      "CREATE TABLE a (x);", "INSERT INTO a VALUES (1); INSERT INTO missing VALUES (1);"};
  EXPECT_FALSE(migrate(database, kSteps).has_value());
  EXPECT_EQ(*database.number("PRAGMA user_version"), 1);
  EXPECT_EQ(*database.number("SELECT count(*) FROM a"), 0);
}

TEST_F(Schema, RefusesANewerVersion) {
  Database database = fresh();
  ASSERT_TRUE(database.run("PRAGMA user_version = 7"));
  EXPECT_EQ(migrate(database, migrations()).error().message,
            "the record was written by a newer Limber");
}

TEST_F(Schema, ReadsAHeaderWithoutOpeningTheFile) {
  {
    Database database = fresh();
    ASSERT_TRUE(migrate(database, migrations()));
  }
  const auto header = read_header(scratch_->path() + "/x.db");
  EXPECT_TRUE(header->sqlite);
  EXPECT_EQ(header->application_id, kApplicationId);
  EXPECT_EQ(header->user_version, static_cast<int>(migrations().size()));
  EXPECT_TRUE(read_header(scratch_->path() + "/none")->empty);
}

// A record as version 1 wrote it, key included; every later Limber must open it.
TEST_F(Schema, OpensTheRecordOfVersionOne) {
  ASSERT_TRUE(make_private_folder(options_.folder));
  const std::string data = std::string(LIMBER_SOURCE_DIR) + "/test/data/record_v1";
  auto database = Database::open(record(), {.create = true, .vfs = {}});
  ASSERT_TRUE(database->run(slurp(data + ".sql")));
  ASSERT_TRUE(write_file(key(), slurp(data + ".key")));
  EXPECT_EQ(open()->list()->events, events_of(0, 3));
}

}  // namespace
}  // namespace limber::host

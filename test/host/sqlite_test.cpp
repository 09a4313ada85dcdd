#include "host/sqlite.h"

#include "helpers.h"

namespace limber::host {
namespace {

class Sqlite : public RecordTest {
 protected:
  void SetUp() override {
    RecordTest::SetUp();
    auto database = Database::open(scratch_->path() + "/x.db", {.create = true, .vfs = {}});
    ASSERT_TRUE(database.has_value());
    database_.emplace(std::move(*database));
    ASSERT_TRUE(database_->run("CREATE TABLE t (n INTEGER, s TEXT, b BLOB) STRICT"));
  }
  std::optional<Database> database_;
};

TEST_F(Sqlite, BindsAndReadsEveryType) {
  auto put = database_->prepare("INSERT INTO t VALUES (?1, ?2, ?3)");
  const std::vector<std::uint8_t> blob = {0, 1, 255};
  put->bind(1, INT64_MIN);
  put->bind(2, std::string_view("\xc3\xa4\0x", 4));
  put->bind(3, Bytes(blob));
  ASSERT_TRUE(put->step());
  auto get = database_->prepare("SELECT n, s, b FROM t");
  ASSERT_TRUE(*get->step());
  EXPECT_EQ(get->integer(0), INT64_MIN);
  EXPECT_EQ(get->text(1), std::string_view("\xc3\xa4\0x", 4));
  EXPECT_EQ(std::vector<std::uint8_t>(get->blob(2).begin(), get->blob(2).end()), blob);
  EXPECT_FALSE(*get->step());
}

TEST_F(Sqlite, RollsBackWhatWasNotCommitted) {
  {
    auto transaction = Transaction::begin(*database_);
    ASSERT_TRUE(database_->run("INSERT INTO t (n) VALUES (1)"));
  }
  EXPECT_EQ(*database_->number("SELECT count(*) FROM t"), 0);
}

TEST_F(Sqlite, KeepsWhatWasCommitted) {
  {
    auto transaction = Transaction::begin(*database_);
    ASSERT_TRUE(database_->run("INSERT INTO t (n) VALUES (1)"));
    ASSERT_TRUE(transaction->commit());
  }
  EXPECT_EQ(*database_->number("SELECT count(*) FROM t"), 1);
}

TEST_F(Sqlite, SaysWhatIsWrongAndWhere) {
  const auto run = database_->run("SELECT * FROM missing");
  ASSERT_FALSE(run.has_value());
  EXPECT_EQ(run.error().kind, ErrorKind::store);
  EXPECT_EQ(run.error().where, scratch_->path() + "/x.db");
  EXPECT_FALSE(database_->prepare("SELEC").has_value());
  EXPECT_FALSE(database_->number("SELECT n FROM t").has_value());
}

TEST_F(Sqlite, OpensNoFileThatIsNotThere) {
  EXPECT_FALSE(Database::open(scratch_->path() + "/none.db", {}).has_value());
}

TEST_F(Sqlite, WritesNothingWhereItMayOnlyRead) {
  auto reader = Database::open(scratch_->path() + "/x.db", {.read_only = true, .vfs = {}});
  const auto written = reader->run("INSERT INTO t (n) VALUES (1)");
  ASSERT_FALSE(written.has_value());
  EXPECT_NE(written.error().message.find("not written"), std::string::npos);
}

}  // namespace
}  // namespace limber::host

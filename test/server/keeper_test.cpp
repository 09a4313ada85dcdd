// Requests that are kept together: one answer each, and none at the cost of another.
#include "faces/server/keeper.h"

#include <gtest/gtest.h>

#include "host/files.h"
#include "host/paths.h"
#include "host/sqlite.h"

namespace limber::server {
namespace {

constexpr const char* kDevice = "0192f000-0000-7000-8000-00000000000d";

struct KeeperTest : testing::Test {
  host::ScratchFolder folder = *host::ScratchFolder::make();
  std::unique_ptr<Keeper> keeper = *Keeper::open(folder.path(), std::nullopt);
  int made = 0;

  Json event(const std::string& kind, const Json& payload) {
    char id[37];
    std::snprintf(id, sizeof id, "0192f000-0000-7000-8000-%012d", ++made);
    return {{"id", id},         {"device", kDevice}, {"at_ms", 1'790'000'000'000},
            {"offset_min", 60}, {"kind", kind},      {"payload", payload}};
  }
  Json note(const std::string& text) { return event("note", {{"text", text}}); }
  Json consent() { return event("consent", {{"what", "record"}, {"version", "1"}}); }
  static std::string body(const Json& event) {
    return print_json({{"events", Json::array({event})}});
  }
  std::vector<int> statuses(const std::vector<std::string>& bodies) {
    std::vector<int> out;
    for (const Response& answer : keeper->append(bodies)) out.push_back(answer.status);
    return out;
  }
  void begin() { ASSERT_EQ(statuses({body(consent())}), std::vector<int>{200}); }
  std::size_t count() {
    const auto listing = parse_json(keeper->list(0).body);
    return Reader((*listing)["ok"], "").array("events").size();
  }
};

TEST_F(KeeperTest, ABadRequestIsNothingToTheOthers) {
  EXPECT_EQ(statuses({body(consent()), body(note("one")), "{", body(event("note", Json::object())),
                      body(note("two"))}),
            (std::vector<int>{200, 200, 400, 400, 200}));
  EXPECT_EQ(count(), 3u);
}

TEST_F(KeeperTest, BeforeConsentNothingOfAGroupIsKept) {
  EXPECT_EQ(statuses({body(note("one")), body(note("two"))}), (std::vector<int>{409, 409}));
  EXPECT_FALSE(host::file_exists(host::record_file(folder.path())));
}

TEST_F(KeeperTest, TheSameRequestTwiceInAGroupIsKeptOnce) {
  const std::string again = body(note("once"));
  begin();
  const auto answers = keeper->append(std::vector{again, again});
  EXPECT_NE(answers[0].body.find("\"added\":1"), std::string::npos);
  EXPECT_NE(answers[1].body.find("\"known\":1"), std::string::npos);
  EXPECT_EQ(count(), 2u);
}

TEST_F(KeeperTest, OtherWordsUnderAnIdAreAConflictOfThatRequestAlone) {
  Json first = note("first"), second = first;
  second["payload"]["text"] = "second";
  begin();
  const auto answers = keeper->append(std::vector{body(first), body(second), body(note("third"))});
  EXPECT_NE(answers[0].body.find("\"conflicts\":[]"), std::string::npos);
  EXPECT_NE(answers[1].body.find("\"conflicts\":[\"0192f000"), std::string::npos);
  EXPECT_NE(answers[2].body.find("\"added\":1"), std::string::npos);
}

TEST_F(KeeperTest, WhatAnotherProgramAddsBetweenGroupsIsSeen) {
  begin();
  auto other = *Keeper::open(folder.path(), std::nullopt);
  EXPECT_EQ(other->append(std::vector{body(note("from elsewhere"))})[0].status, 200);
  const auto answers = keeper->append(std::vector{body(note("here"))});
  EXPECT_NE(answers[0].body.find("\"last\":3"), std::string::npos) << answers[0].body;
}

TEST_F(KeeperTest, WhenNothingCanBeWrittenEachIsToldAndNothingIsLearned) {
  begin();
  auto holder = host::Database::open(host::record_file(folder.path()), {});
  ASSERT_TRUE(holder.has_value());
  ASSERT_TRUE(holder->run("BEGIN IMMEDIATE").has_value());
  EXPECT_EQ(statuses({body(note("one")), body(note("two"))}), (std::vector<int>{503, 503}));
  ASSERT_TRUE(holder->run("ROLLBACK").has_value());
  EXPECT_EQ(count(), 1u);
  EXPECT_EQ(statuses({body(note("three"))}), (std::vector<int>{200}));
}

}  // namespace
}  // namespace limber::server

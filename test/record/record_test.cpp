#include "record/record.h"

#include "record/kinds.h"
#include "soup.h"

namespace limber {
namespace {

Event note(std::uint64_t number, double hours, const std::string& text) {
  return event_at(number, hours, "note", {{"text", text}});
}
Event edit(std::uint64_t number, double hours, std::uint64_t of, const Json& data) {
  return event_at(number, hours, "edited", {{"of", id_of(of)}, {"data", data}});
}
Event removal(std::uint64_t number, double hours, std::uint64_t of) {
  return event_at(number, hours, "deleted", {{"of", id_of(of)}});
}

TEST(Record, PutsEventsInOrder) {
  const Record record = settle(std::vector{note(2, 5, "b"), note(1, 1, "a")});
  EXPECT_EQ(record.entries[0].event.id, id_of(1));
}

TEST(Record, AppliesTheLastCorrection) {
  const Record record = settle(
      std::vector{note(1, 1, "a"), edit(2, 3, 1, {{"text", "c"}}), edit(3, 2, 1, {{"text", "b"}})});
  ASSERT_EQ(record.entries.size(), 1u);
  EXPECT_EQ(record.entries[0].data["text"], "c");
  EXPECT_TRUE(record.entries[0].corrected);
}

TEST(Record, AppliesACorrectionFromASlowClock) {
  const Record record = settle(std::vector{note(1, 5, "a"), edit(2, 1, 1, {{"text", "b"}})});
  EXPECT_EQ(record.entries[0].data["text"], "b");
}

TEST(Record, LeavesOutWhatWasTakenBack) {
  const Record record =
      settle(std::vector{note(1, 1, "a"), removal(2, 2, 1), edit(3, 3, 1, {{"text", "b"}})});
  EXPECT_TRUE(record.entries.empty());
}

TEST(Record, NeverCorrectsWhatWasScreenedOrDone) {
  const Record record =
      settle(std::vector{event_at(1, 1, "screened", {{"answers", Json::object()}}),
                         removal(2, 2, 1), event_at(3, 3, "session.stopped", {{"session", "s"}}),
                         removal(4, 4, 3), edit(5, 5, 3, {{"session", "t"}})});
  ASSERT_EQ(record.entries.size(), 2u);
  EXPECT_EQ(record.entries[1].data["session"], "s");
}

TEST(Record, LetsAClearanceBeTakenBackButNotChanged) {
  const std::vector events = {event_at(1, 1, "clearance.given", {{"who", "GP"}}),
                              edit(2, 2, 1, {{"who", "me"}})};
  EXPECT_EQ(settle(events).entries[0].data["who"], "GP");
  EXPECT_TRUE(settle(std::vector{events[0], removal(3, 3, 1)}).entries.empty());
}

TEST(Record, KeepsUnknownKinds) {
  const Record record = settle(std::vector{event_at(1, 1, "tomorrow.kind", {{"x", 1}})});
  EXPECT_EQ(record.entries[0].data["x"], 1);
}

TEST(Record, NamesWhatItCannotRead) {
  Event event = note(1, 1, "a");
  event.payload = "[1,";
  EXPECT_EQ(settle(std::vector{event}).unreadable, std::vector{id_of(1)});
}

TEST(Record, TellsTheLifeOfAnEvent) {
  const std::vector events = {note(1, 1, "a"), edit(2, 2, 1, {{"text", "b"}}), removal(3, 3, 1),
                              note(4, 4, "other")};
  const auto versions = versions_of(events, id_of(1));
  ASSERT_EQ(versions.size(), 3u);
  EXPECT_EQ(versions[0].data["text"], "a");
  EXPECT_EQ(versions[1].data["text"], "b");
  EXPECT_EQ(versions[2].what, Version::What::deleted);
}

TEST(Record, LaysLaterSettingsOverEarlier) {
  const Record record = settle(std::vector{event_at(1, 1, "settings", {{"a", 1}, {"b", 1}}),
                                           event_at(2, 2, "settings", {{"b", 2}})});
  EXPECT_EQ(settings_of(record), (Json{{"a", 1}, {"b", 2}}));
}

TEST(Record, KnowsThePacksAddedAndNotRemoved) {
  const auto add = [](std::uint64_t n, const char* id, const char* content) {
    return event_at(n, static_cast<double>(n), "pack.added",
                    {{"id", id}, {"hash", "h"}, {"content", content}});
  };
  const Record record = settle(std::vector{add(1, "a", "1"), add(2, "b", "2"), add(3, "a", "3"),
                                           event_at(4, 4, "pack.removed", {{"id", "b"}})});
  EXPECT_EQ(packs_of(record), (std::vector<std::pair<std::string, std::string>>{{"a", "3"}}));
}

TEST(Record, KnowsWhatWasAgreedTo) {
  const Record record =
      settle(std::vector{event_at(1, 1, "consent", {{"what", "use"}, {"version", "1"}})});
  EXPECT_TRUE(consented(record, "use", "1"));
  EXPECT_FALSE(consented(record, "use", "2"));
}

RC_GTEST_PROP(Record, SettlesAnySoupTheSameInAnyOrder, (std::uint64_t seed)) {
  auto events = any_events(seed, 60);
  const Record one = settle(events);
  std::ranges::reverse(events);
  const Record other = settle(events);
  RC_ASSERT(one.entries.size() == other.entries.size());
  RC_ASSERT(one.unreadable == other.unreadable);
  for (std::size_t i = 0; i < one.entries.size(); ++i) {
    RC_ASSERT(one.entries[i].data == other.entries[i].data);
  }
}

}  // namespace
}  // namespace limber

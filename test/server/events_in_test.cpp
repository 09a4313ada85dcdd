#include "faces/server/events_in.h"

#include <gtest/gtest.h>

namespace limber::server {
namespace {

constexpr std::string_view kEvent =
    R"({"id":"0192f000-0000-7000-8000-000000000001","device":"0192f000-0000-7000-8000-00000000000d",)"
    R"("at_ms":5,"offset_min":-60,"kind":"note","payload":{"text":"a"}})";

std::string body_of(std::string_view events) {
  return "{\"events\":[" + std::string(events) + "]}";
}

std::string where(std::string_view body) {
  const auto events = read_events(body);
  return events ? "read" : events.error().where;
}

TEST(EventsIn, AreReadWithEveryField) {
  const auto events = read_events(body_of(kEvent));
  ASSERT_TRUE(events) << describe(events.error());
  ASSERT_EQ(events->size(), 1u);
  EXPECT_EQ((*events)[0].offset_min, -60);
  EXPECT_EQ((*events)[0].payload, R"({"text":"a"})");
}

TEST(EventsIn, ThatAreOffNameTheirPlace) {
  const std::string good(kEvent);
  EXPECT_EQ(where(body_of(good + ",{}")), "/events/1");
  std::string bad = good;
  bad.replace(bad.find("\"at_ms\":5"), 9, "\"at_ms\":\"x\"");
  EXPECT_EQ(where(body_of(good + "," + good + "," + bad)), "/events/2/at_ms");
}

TEST(EventsIn, EveryFieldIsRequiredAndNoOtherIsTaken) {
  EXPECT_NE(where(body_of(R"({"kind":"note","payload":{}})")), "read");
  std::string more(kEvent);
  more.replace(0, 1, "{\"more\":1,");
  EXPECT_NE(where(body_of(more)), "read");
}

TEST(EventsIn, TheBodyIsOneListAndNothingElse) {
  for (const std::string& body :
       {std::string("{}"), std::string("[]"), std::string("null"), body_of(""),
        std::string("{\"events\":{}}"), body_of("1"),
        "{\"events\":[" + std::string(kEvent) + "],\"x\":1}", body_of(kEvent) + " x"}) {
    EXPECT_NE(where(body), "read") << body;
  }
}

TEST(EventsIn, AreNotTooMany) {
  std::string many;
  for (std::size_t i = 0; i <= kMostEvents; ++i) many.append(i == 0 ? "" : ",").append("{}");
  EXPECT_EQ(where(body_of(many)), "/events");
}

TEST(EventsIn, DeepInputIsAnErrorAndNoCrash) {
  EXPECT_NE(where(std::string(1 << 20, '[')), "read");
  EXPECT_NE(where("{\"events\":" + std::string(1 << 20, '[')), "read");
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "{\"payload\":";
  EXPECT_NE(where(body_of(deep)), "read");
}

TEST(EventsIn, BadUtf8IsRefused) {
  std::string bad(kEvent);
  bad[bad.size() - 4] = '\xff';
  EXPECT_NE(where(body_of(bad)), "read");
}

}  // namespace
}  // namespace limber::server

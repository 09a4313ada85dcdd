#include "record/event_check.h"

#include "soup.h"

namespace limber {
namespace {

std::string where(const Event& event) {
  const auto ok = check_event(event, "/events/3");
  return ok ? "" : ok.error().where;
}
const Event kGood = event_at(1, 0, "pain.noted", {{"score", 3}});

TEST(EventCheck, TakesAGoodEvent) {
  EXPECT_EQ(where(kGood), "");
}

TEST(EventCheck, NamesTheFieldThatIsOff) {
  const auto with = [](auto change) {
    Event event = kGood;
    change(event);
    return where(event);
  };
  EXPECT_EQ(with([](Event& e) { e.id = "1"; }), "/events/3/id");
  EXPECT_EQ(with([](Event& e) { e.device = ""; }), "/events/3/device");
  EXPECT_EQ(with([](Event& e) { e.at_ms = -1; }), "/events/3/at_ms");
  EXPECT_EQ(with([](Event& e) { e.at_ms = kEventTimeLimit + 1; }), "/events/3/at_ms");
  EXPECT_EQ(with([](Event& e) { e.offset_min = 1441; }), "/events/3/offset_min");
  EXPECT_EQ(with([](Event& e) { e.kind = ""; }), "/events/3/kind");
  EXPECT_EQ(with([](Event& e) { e.kind = "Pain"; }), "/events/3/kind");
  EXPECT_EQ(with([](Event& e) { e.kind = std::string(65, 'a'); }), "/events/3/kind");
  EXPECT_EQ(with([](Event& e) { e.payload = "3"; }), "/events/3/payload");
}

TEST(EventCheck, TakesOnlyThePayloadThatComesBackAsItself) {
  Event event = kGood;
  event.payload = "{\"b\":1,\"a\":2}";
  EXPECT_EQ(where(event), "/events/3/payload");
  event.payload = "{ \"a\": 2 }";
  EXPECT_EQ(where(event), "/events/3/payload");
  event.payload = "{\"a\":2}";
  EXPECT_EQ(where(event), "");
}

TEST(EventCheck, RefusesAPayloadThatIsTooLarge) {
  Event event = kGood;
  event.payload = "{\"a\":\"" + std::string(kPayloadLimit, 'x') + "\"}";
  EXPECT_EQ(where(event), "/events/3/payload");
}

}  // namespace
}  // namespace limber

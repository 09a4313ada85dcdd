#include "record/exchange.h"

#include "record/event_check.h"
#include "soup.h"

namespace limber {
namespace {

std::string exported(std::span<const Event> events) {
  std::string text;
  write_export(events, kDevice, hours_later(1), [&](std::string_view piece) { text += piece; });
  return text;
}

std::vector<Event> some() {
  return {event_at(1, 1, "note", {{"text", "\"quoted\" \xe2\x82\xac }],"}}),
          event_at(2, 2, "pain.noted", {{"score", 3.5}})};
}

// The document with one part replaced; fails the test if the part is not there.
std::string with(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

TEST(Exchange, ComesBackAsItself) {
  EXPECT_EQ(*read_export(exported(some())), some());
}

TEST(Exchange, IsOneJsonDocument) {
  const auto json = parse_json(exported(some()));
  ASSERT_TRUE(json.has_value());
  EXPECT_EQ((*json)["limber_export"], 1);
  EXPECT_EQ((*json)["events"].size(), 2u);
}

TEST(Exchange, ReadsAnEmptyRecord) {
  EXPECT_TRUE(read_export(exported({}))->empty());
}

TEST(Exchange, ReadsAnyLayout) {
  const auto json = parse_json(exported(some()));
  EXPECT_EQ(*read_export(print_json_pretty(*json)), some());
  EXPECT_EQ(*read_export(print_json(*json)), some());
}

RC_GTEST_PROP(Exchange, BringsBackAnyValidEvents, (std::uint64_t seed)) {
  std::vector<Event> events = any_events(seed, 40);
  std::erase_if(events, [](const Event& event) { return !check_event(event, ""); });
  const auto read = read_export(exported(events));
  RC_ASSERT(read.has_value());
  RC_ASSERT(*read == events);
}

RC_GTEST_PROP(Exchange, RefusesOrReadsAnyDamageWithoutHarm,
              (std::uint64_t seed, std::uint16_t at, unsigned char byte)) {
  std::string text = exported(any_events(seed, 5));
  text[at % text.size()] = static_cast<char>(byte);
  const auto read = read_export(text);
  if (!read) RC_ASSERT(!read.error().message.empty());
}

TEST(Exchange, RefusesEveryCutOffDocument) {
  const std::string whole = exported(some());
  const std::size_t last = whole.find_last_of('}');
  for (std::size_t size = 0; size <= last; ++size) {
    EXPECT_FALSE(read_export(std::string_view(whole).substr(0, size)).has_value()) << size;
  }
}

TEST(Exchange, SaysWhichEventAndFieldIsOff) {
  const auto read = read_export(with(exported(some()), "\"offset_min\":0,\"kind\":\"pain.noted\"",
                                     "\"offset_min\":\"x\",\"kind\":\"pain.noted\""));
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().where, "event 2 (from line 6, column 1) /offset_min");
}

TEST(Exchange, RefusesANewerVersion) {
  const auto read =
      read_export(with(exported(some()), "\"limber_export\":1", "\"limber_export\":2"));
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().message, "this was exported by a newer Limber");
}

TEST(Exchange, RefusesWhatIsNoExport) {
  EXPECT_FALSE(read_export("").has_value());
  EXPECT_FALSE(read_export("{}").has_value());
  EXPECT_FALSE(read_export("[]").has_value());
  EXPECT_FALSE(read_export("{\"limber_export\":1}").has_value());
  EXPECT_FALSE(read_export("{\"limber_export\":1,\"events\":{}}").has_value());
  EXPECT_FALSE(read_export("{\"limber_export\":1,\"events\":[]} x").has_value());
  EXPECT_FALSE(read_export("{\"limber_export\":1,\"events\":[],\"events\":[]}").has_value());
}

TEST(Exchange, RefusesAnEventThatIsOff) {
  const std::string text = exported(some());
  EXPECT_FALSE(read_export(with(text, id_of(1), "not-a-uuid")).has_value());
  EXPECT_FALSE(read_export(with(text, "\"note\"", "\"Not A Kind\"")).has_value());
  EXPECT_FALSE(read_export(with(text, "{\"score\":3.5}", "[3.5]")).has_value());
  EXPECT_FALSE(
      read_export(with(text, "{\"score\":3.5}", "{\"score\":3.5},\"extra\":1")).has_value());
  EXPECT_FALSE(read_export(with(text, "\"score\":3.5", "\"score\":1e999")).has_value());
}

TEST(Exchange, SurvivesAMegabyteOfBrackets) {
  const std::string deep = "{\"limber_export\":1,\"events\":" + std::string(1 << 20, '[');
  EXPECT_FALSE(read_export(deep).has_value());
  EXPECT_FALSE(read_export(std::string(1 << 20, '[')).has_value());
  EXPECT_FALSE(read_export(std::string(1 << 20, '{')).has_value());
}

TEST(Exchange, RefusesInvalidUtf8WithItsPlace) {
  const auto read = read_export(with(exported(some()), "quoted",
                                     "quo\xff"
                                     "ed"));
  ASSERT_FALSE(read.has_value());
  EXPECT_NE(read.error().where.find("line 5"), std::string::npos);
}

}  // namespace
}  // namespace limber

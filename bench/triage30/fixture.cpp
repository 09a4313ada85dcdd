#include "triage30/fixture.h"

#include <cstdio>
#include <cstdlib>

namespace triage30 {
namespace {

using limber::Json;
using limber::Reader;

std::string read_file(const std::string& path) {
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) stop("cannot read " + path);
  std::string text;
  char buffer[4096];
  for (std::size_t got; (got = std::fread(buffer, 1, sizeof buffer, file)) > 0;) {
    text.append(buffer, got);
  }
  std::fclose(file);
  return text;
}

int whole(const Json& value) {
  return static_cast<int>(limber::as_number(value).value_or(-1));
}

void deal_sheets(Fixture& fixture, Reader& in) {
  auto state = static_cast<std::uint32_t>(in.integer("seed", 1, 4294967295));
  const auto count = in.integer("count", 1, 1000000);
  const auto percent = static_cast<std::uint32_t>(in.integer("true_percent", 0, 100));
  const auto next = [&state] {
    state ^= state << 13;
    state ^= state >> 17;
    return state ^= state << 5;
  };
  for (std::int64_t i = 0; i < count; ++i) {
    Values values;
    for (std::size_t b = 0; b < fixture.bools.size(); ++b) values.push_back(next() % 100 < percent);
    for (const auto& [name, low, high] : fixture.numbers) {
      values.push_back(low + static_cast<int>(next() % static_cast<std::uint32_t>(high - low + 1)));
    }
    fixture.sheets.push_back(std::move(values));
  }
}

}  // namespace

void stop(const std::string& why) {
  std::fprintf(stderr, "triage30: %s\n", why.c_str());
  std::exit(1);
}

std::size_t Fixture::index(const std::string& name) const {
  for (std::size_t i = 0; i < bools.size(); ++i) {
    if (bools[i] == name) return i;
  }
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (numbers[i].name == name) return bools.size() + i;
  }
  stop("there is no fact " + name);
}

Fixture load(int argc, char** argv) {
#ifdef LIMBER_SOURCE_DIR
  const std::string standard = LIMBER_SOURCE_DIR "/bench/triage30/kb.json";
#else
  const std::string standard = "kb.json";
#endif
  const auto json = limber::parse_json(read_file(argc > 1 ? argv[1] : standard));
  if (!json) stop(limber::describe(json.error()));
  Fixture fixture;
  Reader in(*json, "");
  Reader facts(in.object("facts"), "/facts");
  fixture.bools = facts.texts("bool");
  for (const Json& number : facts.array("num")) {
    fixture.numbers.push_back(
        {limber::as_text(number[0]).value_or(""), whole(number[1]), whole(number[2])});
  }
  for (const Json& rule : in.array("rules")) {
    Reader fields(rule, "/rules");
    fixture.rules.push_back({static_cast<int>(fields.integer("id", 1, 999)),
                             static_cast<int>(fields.integer("tier", 0, 4)), fields.any("when")});
  }
  Reader gate(in.object("gate"), "/gate");
  fixture.checksum = static_cast<std::uint32_t>(gate.integer("checksum", 0, 4294967295));
  for (const Json& count : gate.array("histogram")) fixture.histogram.push_back(whole(count));
  Reader sheets(in.object("sheets"), "/sheets");
  deal_sheets(fixture, sheets);
  if (in.error() || facts.error() || gate.error() || sheets.error())
    stop("kb.json is not as expected");
  return fixture;
}

void pass(const Fixture& fixture, const std::vector<Outcome>& outcomes, const char* engine) {
  std::uint32_t hash = 7;
  std::vector<int> histogram(fixture.histogram.size());
  for (const Outcome& outcome : outcomes) {
    ++histogram[static_cast<std::size_t>(outcome.tier)];
    hash = hash * 31 + static_cast<std::uint32_t>(outcome.tier);
    for (const int id : outcome.ids) hash = hash * 31 + static_cast<std::uint32_t>(id);
  }
  if (hash != fixture.checksum || histogram != fixture.histogram) {
    stop(std::string(engine) + " does not pass the gate: " + std::to_string(hash));
  }
}

}  // namespace triage30

// The native side of the conformance tests: the same core on the same machine that instance.mjs has
// in the tests, a record in memory, a clock that stands where it is put, and dice that count.
//
//   limber_conformance KNOWLEDGE.JSON < requests > answers
//
// One request a line, "now_ms METHOD JSON", one answer a line. The method "open" begins anew with
// the device named in its JSON; "packs" lays the record's packs over the knowledge.
#include <limber/app.h>

#include <bit>
#include <fstream>
#include <iostream>
#include <sstream>

#include "app/memory_store.h"
#include "app/pack.h"
#include "record/uuid.h"

namespace {

using limber::App, limber::Clock, limber::Entropy, limber::MemoryStore, limber::UuidSequence;

class StandingClock final : public Clock {
 public:
  std::int64_t now_ms() override { return at_ms; }
  std::int32_t offset_min(std::int64_t) override { return 60; }
  std::int64_t at_ms = 0;
};

class CountingEntropy final : public Entropy {
 public:
  void fill(std::span<std::uint8_t> bytes) override {
    for (std::uint8_t& byte : bytes) byte = ++next_;
  }
  std::string uuid(std::int64_t now_ms) override {
    std::array<std::uint8_t, 8> noise{};
    fill(noise);
    return sequence_.next(now_ms, std::bit_cast<std::uint64_t>(noise));
  }

 private:
  UuidSequence sequence_;
  std::uint8_t next_ = 0;
};

struct Bench {
  explicit Bench(std::string device) : store(std::move(device)) {}
  MemoryStore store;
  StandingClock clock;
  CountingEntropy entropy;
  std::optional<App> app;
};

std::string read_file(const char* name) {
  std::ifstream in(name, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "usage: limber_conformance KNOWLEDGE.JSON\n";
    return 2;
  }
  const std::string knowledge = read_file(arguments[1]);
  std::unique_ptr<Bench> bench;
  std::int64_t at_ms = 0;
  std::string method, json;
  while (std::cin >> at_ms >> method && std::getline(std::cin, json)) {
    json.erase(0, 1);
    if (method == "open") {
      bench = std::make_unique<Bench>(json);
      auto app = App::open(knowledge, {&bench->store, &bench->clock, &bench->entropy, nullptr});
      if (!app) {
        std::cerr << limber::describe(app.error()) << "\n";
        return 1;
      }
      bench->app = std::move(*app);
      continue;
    }
    if (!bench) return 2;
    bench->clock.at_ms = at_ms;
    if (method == "packs") {
      if (!limber::take_packs(bench->app->core())) return 1;
      continue;
    }
    std::cout << bench->app->call(method, json) << "\n";
  }
  return 0;
}

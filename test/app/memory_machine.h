// A machine for use-cases: a record in memory, a clock that stands where a test puts it, and ids
// that count.
#pragma once

#include <limber/app.h>

#include <cstdio>
#include <string>

#include "app/memory_store.h"

namespace limber {

class StandingClock final : public Clock {
 public:
  std::int64_t now_ms() override { return at_ms; }
  std::int32_t offset_min(std::int64_t) override { return 60; }
  std::int64_t at_ms = 1'790'000'000'000;
};

class CountingEntropy final : public Entropy {
 public:
  void fill(std::span<std::uint8_t> bytes) override {
    for (std::uint8_t& byte : bytes) byte = 7;
  }
  std::string uuid(std::int64_t) override {
    char text[40];
    std::snprintf(text, sizeof text, "01890a5d-ac96-774b-8000-%012d", ++count_);
    return text;
  }

 private:
  int count_ = 0;
};

// The embedded knowledge on such a machine.
struct MemoryMachine {
  MemoryStore store{"01890a5d-ac96-774b-bcce-b302099a8057"};
  StandingClock clock;
  CountingEntropy entropy;
  Result<App> app = App::open(embedded_knowledge(), {&store, &clock, &entropy, nullptr});

  void hours_pass(int hours) { clock.at_ms += std::int64_t{3'600'000} * hours; }
};

}  // namespace limber

// A machine for use-cases: a store in memory, a clock that stands where a test puts it, and ids
// that count.
#pragma once

#include <limber/app.h>

#include <cstdio>
#include <string>
#include <vector>

#include "app/ports.h"

namespace limber {

class MemoryStore final : public Store {
 public:
  Result<Appended> append(std::span<const Event> events) override {
    Appended out;
    for (const Event& event : events) {
      bool known = false;
      for (const Event& kept : events_) known = known || kept.id == event.id;
      if (known) {
        ++out.known;
      } else {
        ++out.added;
        events_.push_back(event);
      }
    }
    return out;
  }
  Result<Listing> list(std::int64_t after) override {
    Listing out;
    for (auto i = static_cast<std::size_t>(after); i < events_.size(); ++i) {
      out.events.push_back(events_[i]);
    }
    out.last = static_cast<std::int64_t>(events_.size());
    return out;
  }
  Result<std::size_t> count() override { return events_.size(); }
  const std::string& device() const override { return device_; }
  Result<void> lock(std::string_view) override { return {}; }
  Result<void> unlock() override { return {}; }
  bool locked() const override { return false; }
  Result<void> erase() override {
    events_.clear();
    return {};
  }
  [[nodiscard]] const std::vector<Event>& events() const { return events_; }

 private:
  std::vector<Event> events_;
  std::string device_ = "01890a5d-ac96-774b-bcce-b302099a8057";
};

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
  MemoryStore store;
  StandingClock clock;
  CountingEntropy entropy;
  Result<App> app = App::open(embedded_knowledge(), {&store, &clock, &entropy, nullptr});

  void hours_pass(int hours) { clock.at_ms += std::int64_t{3'600'000} * hours; }
};

}  // namespace limber

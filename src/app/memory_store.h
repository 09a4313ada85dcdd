// A record that lives as long as the program: the browser's, whose page keeps the events itself and
// hands them over at the start, and that of tests.
//
// What comes in is checked as any store checks it (record/event_check.h), so an event that is taken
// here is taken by every other Limber, too.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/ports.h"

namespace limber {

class MemoryStore final : public Store {
 public:
  // `device`: the UUID under which events of this machine are filed.
  explicit MemoryStore(std::string device) : device_(std::move(device)) {}

  [[nodiscard]] Result<Appended> append(std::span<const Event> events) override;
  [[nodiscard]] Result<Listing> list(std::int64_t after) override;
  [[nodiscard]] Result<std::size_t> count() override { return events_.size(); }
  [[nodiscard]] const std::string& device() const override { return device_; }

  // There is no key here: whoever keeps the events seals them. Errors: refused.
  [[nodiscard]] Result<void> lock(std::string_view passphrase) override;
  [[nodiscard]] Result<void> unlock() override;
  [[nodiscard]] bool locked() const override { return false; }

  [[nodiscard]] Result<void> erase() override;

  // In the order in which they came.
  [[nodiscard]] const std::vector<Event>& events() const { return events_; }

 private:
  std::string device_;
  std::vector<Event> events_;
  std::map<std::string, std::size_t, std::less<>> places_;  // id -> index into events_
};

}  // namespace limber

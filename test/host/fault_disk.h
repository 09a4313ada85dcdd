// A file layer for SQLite that can lose power and run full.
//
// It stands over the system's and remembers, for every file, what was written since the last sync.
// When the power is cut every further call fails, and drop_unsynced() puts the files back to what a
// disk is bound to hold: the synced bytes, and of the rest nothing, or any part of it.
// The creation of a file counts as durable (the store flushes the folder itself).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace limber::host {

class FaultDisk {
 public:
  static constexpr const char* kName = "fault";
  // The one disk there is; registered with SQLite at first use.
  static FaultDisk& instance();

  enum class Keep { nothing, any_part };

  void reset();
  void cut_power_after(std::uint64_t calls) { cut_at_ = calls; }
  void fill_at(std::uint64_t bytes) { quota_ = bytes; }  // size of all files together
  void lie_about_sync(bool lie) { lies_ = lie; }
  [[nodiscard]] std::uint64_t calls() const { return calls_; }
  [[nodiscard]] bool dead() const { return dead_; }
  void drop_unsynced(Keep keep, std::uint64_t seed);

  // For the file layer.
  bool power_goes();  // counts one call; true once the power is gone
  bool has_room(const std::string& path, std::int64_t new_size);
  void wrote(const std::string& path, std::int64_t offset, std::string old, std::string fresh,
             std::int64_t old_size);
  void synced(const std::string& path);
  void removed(const std::string& path) { pending_.erase(path), sizes_.erase(path); }

 private:
  struct Change {
    std::int64_t offset = 0;
    std::string old, fresh;  // fresh is empty for a truncation
    std::int64_t old_size = 0;
  };
  std::map<std::string, std::vector<Change>> pending_;
  std::map<std::string, std::int64_t> sizes_;
  std::uint64_t calls_ = 0, cut_at_ = UINT64_MAX, quota_ = UINT64_MAX;
  bool dead_ = false, lies_ = false;
};

}  // namespace limber::host

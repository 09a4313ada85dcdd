// What the tests of the host share: an own folder, plain events, cheap passphrases.
#pragma once

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

#include "host/files.h"
#include "host/paths.h"
#include "host/sealed_store.h"
#include "host/system_entropy.h"

namespace limber::host {

inline constexpr PassphraseCost kCheap{1, 8192};
inline const std::string kDevice = "0192f000-0000-7000-8000-00000000000d";

// A UUID that is easy to read: its last digits are the number.
inline std::string id_of(std::uint64_t number) {
  std::array<std::uint8_t, 16> bytes = uuid_v7(0x0192f0000000, 0, number);
  return uuid_text(bytes);
}

inline Event event_of(std::uint64_t number, std::size_t payload_size = 20) {
  return {
      id_of(number),
      kDevice,
      1'790'000'000'000 + static_cast<std::int64_t>(number) * 1000,
      60,
      "note",
      "{\"n\":" + std::to_string(number) + ",\"text\":\"" + std::string(payload_size, 'x') + "\"}"};
}

inline std::vector<Event> events_of(std::uint64_t from, std::uint64_t to) {
  std::vector<Event> events;
  for (std::uint64_t i = from; i < to; ++i) events.push_back(event_of(i));
  return events;
}

inline std::string slurp(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline void spill(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

// Runs `body` in a child process and returns its exit code, or -signal if one ended it.
inline int in_child(const std::function<int()>& body) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(body());
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

class RecordTest : public testing::Test {
 protected:
  void SetUp() override {
    // In memory where there is such a folder: what these tests hold does not rest on a slow disk.
    if (::access("/dev/shm", W_OK) == 0) ::setenv("TMPDIR", "/dev/shm", 0);
    auto folder = ScratchFolder::make();
    ASSERT_TRUE(folder.has_value());
    scratch_.emplace(std::move(*folder));
    options_.folder = scratch_->path() + "/data";
    options_.cost = kCheap;
  }
  // Opens the record or fails the test.
  std::unique_ptr<Store> open() {
    auto store = open_store(options_, entropy_);
    EXPECT_TRUE(store.has_value()) << (store ? "" : describe(store.error()));
    return store ? std::move(*store) : nullptr;
  }
  // The error of opening, or an empty one if it opens.
  Error refusal() {
    auto store = open_store(options_, entropy_);
    return store ? Error{ErrorKind::usage, "", "", ""} : store.error();
  }
  // A record with events 0 .. count-1, closed.
  void fill(std::uint64_t count) {
    auto store = open();
    ASSERT_TRUE(store->append(events_of(0, count)).has_value());
  }
  std::string record() const { return record_file(options_.folder); }
  std::string key() const { return key_file(options_.folder); }

  std::optional<ScratchFolder> scratch_;
  StoreOptions options_;
  SystemEntropy entropy_;
};

}  // namespace limber::host

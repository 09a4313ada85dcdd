// One thread that does one job after the other, for what may have to wait for a disk.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace limber::server {

class Desk {
 public:
  static constexpr std::size_t kMostWaiting = 1024;
  Desk();
  // Does what is still waiting, then ends.
  ~Desk();
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;
  // False if too many jobs wait already.
  [[nodiscard]] bool post(std::function<void()> job);

 private:
  void work();
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> jobs_;
  bool ending_ = false;
  std::thread thread_;  // the last member: starts when all else stands
};

}  // namespace limber::server

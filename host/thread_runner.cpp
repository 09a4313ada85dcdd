#include "host/thread_runner.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace limber::host {

ThreadRunner::ThreadRunner(std::size_t threads)
    : threads_(threads > 0 ? threads : std::max(1u, std::thread::hardware_concurrency())) {}

void ThreadRunner::run(std::size_t count, const std::function<void(std::size_t)>& task) {
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < count; i = next++) task(i);
  };
  std::vector<std::jthread> others;
  for (std::size_t i = 1; i < std::min(threads_, count); ++i) others.emplace_back(work);
  work();  // this thread is one of them; the others are joined as they go out of scope
}

}  // namespace limber::host

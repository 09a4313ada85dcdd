// The Runner port on threads: tasks are handed out one by one, so uneven ones balance out.
#pragma once

#include "app/ports.h"

namespace limber::host {

class ThreadRunner : public Runner {
 public:
  // 0: as many as the machine has.
  explicit ThreadRunner(std::size_t threads = 0);
  [[nodiscard]] std::size_t workers() const override { return threads_; }
  void run(std::size_t count, const std::function<void(std::size_t)>& task) override;

 private:
  std::size_t threads_;
};

}  // namespace limber::host

// What every benchmark shares: seconds of this thread's processor time (so that other work on the
// machine changes little), the median of three, and one line of JSON per result.
#pragma once

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <string>

namespace bench {

inline double processor_seconds() {
  timespec now{};
#ifdef __wasm__
  clock_gettime(CLOCK_MONOTONIC, &now);  // wasi_run.mjs gives processor time here
#else
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
#endif
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

// Times a second that `batch` (which does `size` things) can run, over `seconds`; median of three.
template <class Batch>
double rate(std::size_t size, double seconds, Batch batch) {
  std::array<double, 3> rates{};
  for (double& result : rates) {
    std::size_t done = 0;
    const double start = processor_seconds();
    double spent = 0;
    while (spent < seconds) {
      batch();
      done += size;
      spent = processor_seconds() - start;
    }
    result = static_cast<double>(done) / spent;
  }
  std::sort(rates.begin(), rates.end());
  return rates[1];
}

inline void report(const std::string& name, double value, const std::string& unit,
                   const std::string& note = "") {
  std::printf("{\"name\":\"%s\",\"value\":%.10g,\"unit\":\"%s\",\"note\":\"%s\"}\n", name.c_str(),
              value, unit.c_str(), note.c_str());
  std::fflush(stdout);
}

}  // namespace bench

// How often somebody may ask: a bucket of tokens that fills at a steady rate, and, for guesses at a
// passphrase, a wait that doubles. Time is handed in, in milliseconds of any steady clock.
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace limber::server {

struct Rate {
  double per_second = 100;
  double burst = 400;
};

// One bucket per name, at most `kMostNames`; then the longest unused is forgotten.
class Buckets {
 public:
  static constexpr std::size_t kMostNames = 1024;
  explicit Buckets(Rate rate) : rate_(rate) {}
  [[nodiscard]] bool take(const std::string& name, std::int64_t now_ms);

 private:
  struct Bucket {
    double tokens = 0;
    std::int64_t at_ms = 0;
  };
  Rate rate_;
  std::map<std::string, Bucket> buckets_;
};

// Three tries are free; each further one waits twice as long as the last, up to five minutes.
class Guesses {
 public:
  // Seconds still to wait; 0: try now.
  [[nodiscard]] int wait_s(std::int64_t now_ms) const;
  void wrong(std::int64_t now_ms);
  void right() { *this = {}; }

 private:
  int wrong_ = 0;
  std::int64_t until_ms_ = 0;
};

}  // namespace limber::server

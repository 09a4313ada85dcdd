#include "faces/server/rates.h"

#include <algorithm>

namespace limber::server {

bool Buckets::take(const std::string& name, std::int64_t now_ms) {
  auto found = buckets_.find(name);
  if (found == buckets_.end()) {
    if (buckets_.size() >= kMostNames) {
      buckets_.erase(std::min_element(
          buckets_.begin(), buckets_.end(),
          [](const auto& a, const auto& b) { return a.second.at_ms < b.second.at_ms; }));
    }
    found = buckets_.emplace(name, Bucket{rate_.burst, now_ms}).first;
  }
  Bucket& bucket = found->second;
  const double passed_s = static_cast<double>(now_ms - bucket.at_ms) / 1000;
  bucket.tokens = std::min(rate_.burst, bucket.tokens + passed_s * rate_.per_second);
  bucket.at_ms = now_ms;
  if (bucket.tokens < 1) return false;
  bucket.tokens -= 1;
  return true;
}

int Guesses::wait_s(std::int64_t now_ms) const {
  if (now_ms >= until_ms_) return 0;
  return static_cast<int>((until_ms_ - now_ms + 999) / 1000);
}

void Guesses::wrong(std::int64_t now_ms) {
  constexpr int kFree = 3, kLongest_s = 300;
  ++wrong_;
  if (wrong_ < kFree) return;
  const int doublings = std::min(wrong_ - kFree, 9);
  until_ms_ = now_ms + std::int64_t{1000} * std::min(kLongest_s, 1 << doublings);
}

}  // namespace limber::server

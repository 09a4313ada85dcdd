#include "joint/ensemble_km_chunks.h"

#include <algorithm>
#include <limits>

namespace limber {
namespace {

constexpr double is_done = std::numeric_limits<double>::infinity();
constexpr double is_free = -is_done;

}  // namespace

KmChunks::KmChunks(std::uint64_t points, std::uint64_t chunk_size)
    : points_(points),
      chunk_size_(std::max<std::uint64_t>(chunk_size, 1)),
      state_(static_cast<std::size_t>(points / chunk_size_ + (points % chunk_size_ != 0)),
             is_free) {}

KmChunk KmChunks::at(std::uint64_t number) const {
  const std::uint64_t first = number * chunk_size_;
  return {number, first, std::min(chunk_size_, points_ - first)};
}

std::optional<KmChunk> KmChunks::take(double now_s, double patience_s) {
  while (next_free_ < state_.size() && state_[next_free_] != is_free) ++next_free_;
  std::size_t number = next_free_;
  if (number == state_.size()) {
    // Done chunks count as taken in the infinite future, so the oldest is one still awaited.
    const auto oldest = std::min_element(state_.begin(), state_.end());
    if (oldest == state_.end() || !(now_s - *oldest > patience_s)) return std::nullopt;
    number = static_cast<std::size_t>(oldest - state_.begin());
    ++repeated_;
  }
  state_[number] = now_s;
  return at(number);
}

bool KmChunks::done(std::uint64_t number) {
  if (number >= state_.size()) return false;
  double& state = state_[static_cast<std::size_t>(number)];
  if (state == is_done) return false;
  state = is_done;
  ++done_;
  return true;
}

}  // namespace limber

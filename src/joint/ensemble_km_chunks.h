// Who does which part of an ensemble: a board of chunks of points, for threads, ranks and resumed
// runs alike.
//
// A chunk is free, taken or done. What was taken and never came back (its rank was killed, its
// machine unplugged) is handed out again once the caller's patience is over. Doing a chunk twice is
// harmless, because a point gives the same bits wherever it is computed; so no failure has to be
// detected, and none can be missed. Memory: one double per chunk, nothing per point.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace limber {

struct KmChunk {
  std::uint64_t number = 0;
  std::uint64_t first = 0, count = 0;  // points
  bool operator==(const KmChunk&) const = default;
};

class KmChunks {
 public:
  // 0 points are allowed (then everything is done); chunk_size below 1 counts as 1.
  KmChunks(std::uint64_t points, std::uint64_t chunk_size);

  // The first free chunk, else the one taken longest ago if that is more than patience_s before
  // now_s; nothing if all is done or still awaited. Times are seconds on any one clock.
  [[nodiscard]] std::optional<KmChunk> take(double now_s, double patience_s);

  // True the first time a chunk is reported; false for a repetition or a number out of range.
  bool done(std::uint64_t number);

  [[nodiscard]] KmChunk at(std::uint64_t number) const;
  [[nodiscard]] std::uint64_t size() const { return state_.size(); }
  [[nodiscard]] bool finished() const { return done_ == state_.size(); }
  [[nodiscard]] std::uint64_t done_count() const { return done_; }
  [[nodiscard]] std::uint64_t repeated() const { return repeated_; }  // handed out more than once

 private:
  std::uint64_t points_, chunk_size_;
  std::vector<double> state_;  // when it was taken; +-infinity for done and free
  std::size_t next_free_ = 0;
  std::uint64_t done_ = 0, repeated_ = 0;
};

}  // namespace limber

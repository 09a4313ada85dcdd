// The results of a run under way: a file of fixed-size records, one per point, written where the
// point stands, in whatever order they come.
//
// Memory does not grow with the number of points, a killed run loses at most the chunks under way,
// and the next run with the same task skips what is there. A file of another task is refused.
#pragma once

#include <limber/result.h>

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "joint/ensemble_km.h"
#include "joint/ensemble_km_chunks.h"

namespace limber::mpi {

// One point's result with neither padding nor pointers: as sent between ranks and written to disk.
struct Record {
  std::uint64_t status = 0;  // 0: not there yet; else 1 + KmStatus
  double x_max = 0, x_min = 0, x_end = 0, v_end = 0;
  std::uint64_t steps = 0, event_iterations = 0;
};

[[nodiscard]] Record record_of(const KmResult& result);
[[nodiscard]] KmResult result_of(const Record& record);

// What must be the same for a run to be resumed.
struct Job {
  std::uint64_t points = 256, chunk = 16, isa = 0;
  double transient_cycles = 1024, window_cycles = 64, tolerance = 1e-10;
  std::uint64_t max_steps = 10'000'000;
  [[nodiscard]] KmTask task() const {
    return {transient_cycles, window_cycles, tolerance, max_steps};
  }
  bool operator==(const Job&) const = default;
};

class PartFile {
 public:
  // Opens or creates it, and marks on the board what it already holds.
  [[nodiscard]] static Result<PartFile> open(const std::string& path, const Job& job,
                                             KmChunks& board);
  [[nodiscard]] Result<void> write(const KmChunk& chunk, const std::vector<Record>& records);
  // All records in order, as CSV, under a temporary name first, so that `path` is whole or absent.
  [[nodiscard]] Result<void> export_csv(const std::string& path, const Job& job);
  void remove();

 private:
  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  PartFile(std::FILE* file, std::string path) : file_(file), path_(std::move(path)) {}
  [[nodiscard]] bool read(std::uint64_t first, std::vector<Record>& records);

  std::unique_ptr<std::FILE, Closer> file_;
  std::string path_;
};

}  // namespace limber::mpi

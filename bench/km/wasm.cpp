// The ensemble behind one C function, for bench/km_wasm.mjs: no host call inside the loop.
#include "joint/ensemble_km.h"

namespace {

using namespace limber;

struct Tally : KmQueue {
  Tally(std::uint64_t first, std::uint64_t stride) : at(first), step(stride) {}
  bool next(std::uint64_t& id, KmPoint& point) override {
    if (at >= 256) return false;
    id = at;
    point = km_benchmark_point(at, 256);
    at += step;
    return true;
  }
  void done(std::uint64_t id, const KmResult& result) override {
    if (result.status != KmStatus::done) return;
    ++runs;
    if (id == 128) point_128 = result;
  }
  std::uint64_t at, step;
  int runs = 0;
  KmResult point_128;
};

KmResult last;

}  // namespace

extern "C" {
// Runs points first, first + stride, ... of KM-256 on `lanes` lanes (1 or 2); how many were done.
__attribute__((export_name("km_run_points"))) int km_run_points(int first, int stride, int lanes) {
  Tally tally(static_cast<std::uint64_t>(first), static_cast<std::uint64_t>(stride));
  if (!km_run(KmTask{}, tally, lanes == 1 ? KmIsa::scalar : KmIsa::vec128)) return -1;
  last = tally.point_128;
  return tally.runs;
}
__attribute__((export_name("km_point_128"))) double km_point_128(int what) {
  return what == 0 ? last.x_max : what == 1 ? last.x_end : last.v_end;
}
}

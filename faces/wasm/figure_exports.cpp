// The figure's numbers for one moment, as a row of floats that a page reads in place, 60 times a
// second: no JSON in between.
//
//   limber_figure(technique, n, error, mirrored, step, part, range) -> how many floats, 0 if there
//                    is no such figure. step: 0 set_up, 1 out, 2 hold, 3 back; part: 0..1 of it;
//                    range: 0..1, how much of the whole movement to show
//   limber_figure_numbers()  where they stand, until the next call
//
// They belong to the paths with `letters` of figure.track, in that order. 200 to the metre.
#include <algorithm>
#include <vector>

#include "app/core.h"
#include "draw/figure.h"
#include "faces/wasm/instance.h"

namespace {

std::vector<float>& numbers() {
  static std::vector<float>* const only = new std::vector<float>;
  return *only;
}

}  // namespace

extern "C" {

[[clang::export_name("limber_figure")]] std::size_t limber_figure(const char* technique,
                                                                  std::size_t length, int error,
                                                                  int mirrored, int step,
                                                                  double part, double range) {
  namespace fig = limber::figure;
  numbers().clear();
  limber::App* app = limber::wasm::opened();
  if (app == nullptr) return 0;
  const limber::Motion* motion = app->core().knowledge().poses.motion({technique, length}, error);
  if (motion == nullptr) return 0;
  const auto which = static_cast<fig::Step>(std::clamp(step, 0, 3));
  const limber::Pose pose = fig::pose_at(*motion, {which, part}, range);
  numbers() = fig::draw_moving(*motion, pose, {mirrored != 0, true, true, true});
  return numbers().size();
}

[[clang::export_name("limber_figure_numbers")]] const float* limber_figure_numbers() {
  return numbers().data();
}

}  // extern "C"

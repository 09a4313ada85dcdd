// Extrema and crossing times inside one Taylor step of one lane.
//
// The series of the step is the dense output. An extremum of the radius is a root of p; roots are
// isolated by bisection until the series itself proves that there is none or just one, then
// polished by Newton steps that never leave their bracket. So no extremum is missed, however many
// share a step, and one that touches the start or the end of the window counts.
#pragma once

#include "joint/ensemble_km_taylor.h"

namespace limber {
namespace {

LIMBER_INLINE double magnitude_of(double x) {
  return __builtin_fabs(x);
}

struct Range {
  double least = __builtin_inf(), most = -__builtin_inf();
  LIMBER_INLINE void add(double x) {
    if (x < least) least = x;
    if (x > most) most = x;
  }
};

// One lane's step, unpacked.
struct DenseStep {
  double p[order + 1], F[order];  // d(ln x)/ds and 2 pi dtau/ds
  double log_x = 0, h = 0;
  std::uint64_t iterations = 0;

  template <int L>
  void load(const TaylorStep<L>& step, int lane) {
    for (int k = 0; k <= order; ++k) p[k] = step.p[k].get(lane);
    for (int k = 0; k < order; ++k) F[k] = step.F[k].get(lane);
    log_x = step.log_x.get(lane);
    h = step.h.get(lane);
  }

  double p_at(double s) const {
    double sum = p[order];
    for (int k = order - 1; k >= 0; --k) sum = sum * s + p[k];
    return sum;
  }
  double slope_at(double s) const {
    double sum = order * p[order];
    for (int k = order - 1; k >= 1; --k) sum = sum * s + k * p[k];
    return sum;
  }
  double log_x_at(double s) const {
    double sum = p[order] / (order + 1);
    for (int k = order - 1; k >= 0; --k) sum = sum * s + p[k] / (k + 1);
    return log_x + sum * s;
  }
  double turns_at(double s) const {  // tau gained
    double sum = F[order - 1] / order;
    for (int k = order - 2; k >= 0; --k) sum = sum * s + F[k] / (k + 1);
    return sum * s * 0.15915494309189533577;
  }
  double rate_at(double s) const {  // dtau/ds, always positive
    double sum = F[order - 1];
    for (int k = order - 2; k >= 0; --k) sum = sum * s + F[k];
    return sum * 0.15915494309189533577;
  }

  // Where tau has gained `turns`, 0 <= turns <= turns_at(h).
  double when(double turns) {
    double low = 0, high = h;
    double s = h * turns / turns_at(h);
    for (int i = 0; i < 64; ++i, ++iterations) {
      const double off = turns_at(s) - turns;
      (off > 0 ? high : low) = s;
      double next = s - off / rate_at(s);
      if (!(next >= low && next <= high)) next = 0.5 * (low + high);
      const double moved = magnitude_of(next - s);
      s = next;
      if (moved <= 1e-16 * h) break;
    }
    return s;
  }

  // Adds ln x at a, at b and at every extremum between them to `seen`.
  void extrema(double a, double b, Range& seen) {
    seen.add(log_x_at(a));
    seen.add(log_x_at(b));
    double reach = 0, slope = 0, bend = 0, power = 1;
    for (int k = 0; k <= order; ++k, power *= b) {
      const double size = magnitude_of(p[k]) * power;
      reach += size * b / (k + 1);
      slope += k * size;
      bend += k * (k - 1) * size;
    }
    if (log_x + reach <= seen.most && log_x - reach >= seen.least) return;
    search(a, b, p_at(a), p_at(b), slope / b, bend / (b * b), seen);
  }

 private:
  // |p'| <= slope and |p''| <= bend hold on all of [0, b], so on every part of it.
  void search(double a, double b, double pa, double pb, double slope, double bend, Range& seen) {
    struct Part {
      double a, b, pa, pb;
    };
    Part stack[64];
    int depth = 0;
    stack[depth++] = {a, b, pa, pb};
    while (depth > 0) {
      const Part part = stack[--depth];
      const double width = part.b - part.a;
      const bool same_sign = (part.pa > 0) == (part.pb > 0);
      const double ends = magnitude_of(part.pa) + magnitude_of(part.pb);
      if (same_sign && ends > slope * width) continue;  // too far from zero to get there
      const double da = slope_at(part.a), db = slope_at(part.b);
      if ((da > 0) == (db > 0) && magnitude_of(da) + magnitude_of(db) > bend * width) {
        if (!same_sign) seen.add(log_x_at(root(part.a, part.b, part.pa > 0)));
        continue;  // p is monotone here
      }
      const double middle = 0.5 * (part.a + part.b);
      ++iterations;
      // ln x cannot change by a rounding error in here: nothing left to find.
      if ((ends + slope * width) * width < 1e-17 || depth > 60) {
        seen.add(log_x_at(middle));
        continue;
      }
      const double pm = p_at(middle);
      stack[depth++] = {part.a, middle, part.pa, pm};
      stack[depth++] = {middle, part.b, pm, part.pb};
    }
  }

  double root(double low, double high, bool falling) {
    double s = 0.5 * (low + high);
    for (int i = 0; i < 64; ++i, ++iterations) {
      const double value = p_at(s);
      ((value > 0) == falling ? low : high) = s;
      double next = s - value / slope_at(s);
      if (!(next > low && next < high)) next = 0.5 * (low + high);
      const double moved = magnitude_of(next - s);
      s = next;
      if (moved <= 1e-16 * high) break;
    }
    return s;
  }
};

}  // namespace
}  // namespace limber

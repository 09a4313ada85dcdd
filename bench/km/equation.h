// The Keller-Miksis equation exactly as the comparison task of the literature writes it, for the
// rivals: right-hand side in tau = f t, one power, one sine and cosine, one division by D.
#pragma once

#include <cmath>
#include <numbers>

#include "joint/ensemble_km.h"

namespace bench {

struct KmEquation {
  double C0, C1, C2, C3, C4, C5, C7, C9;

  explicit KmEquation(const limber::KmPoint& q) {
    constexpr double pi = std::numbers::pi;
    const double w = 2 * pi * q.f_Hz, k = 2 * pi / (q.R_E_m * w);
    const double P = q.p_inf_Pa - q.p_v_Pa + 2 * q.sigma / q.R_E_m;
    C0 = P * k * k / q.rho;
    C1 = (1 - 3 * q.gamma) * P * k / (q.rho * q.c);
    C2 = (q.p_inf_Pa - q.p_v_Pa) * k * k / q.rho;
    C3 = 2 * q.sigma * k * k / (q.rho * q.R_E_m);
    C4 = 4 * q.mu / (q.rho * q.R_E_m * q.R_E_m) * 2 * pi / w;
    C5 = q.P_A_Pa * k * k / q.rho;
    C7 = q.R_E_m * w * q.P_A_Pa * k * k / (q.rho * q.c);
    C9 = q.R_E_m * w / (2 * pi * q.c);
  }

  double operator()(double tau, double x, double v) const {
    const double angle = 2 * std::numbers::pi * tau, r = 1 / x;
    const double N = (C0 + C1 * v) * std::pow(r, 4.2) - C2 * (1 + C9 * v) - (C3 + C4 * v) * r -
                     1.5 * (1 - C9 * v * (1. / 3)) * v * v - C5 * std::sin(angle) * (1 + C9 * v) -
                     C7 * x * std::cos(angle);
    return N / (x - C9 * x * v + C4 * C9);
  }
};

// What a rival makes of one point; its maximum is read where it happens to step.
struct RivalRun {
  double x_max = 0, x_end = 0, v_end = 0;
  long right_hand_sides = 0;
};

inline constexpr double transient = 1024, window = 64, tolerance = 1e-10;

}  // namespace bench

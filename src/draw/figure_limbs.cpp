// Arms and legs: tapered outlines over the bones, in short sleeves, trousers and soft shoes.
#include <algorithm>

#include "draw/figure_parts.h"

namespace limber::figure {
namespace {

Role tone(Role near, bool far) {
  return far ? static_cast<Role>(static_cast<int>(near) + 1) : near;
}

// Half the width in the picture of a flat part (a hand) that is `wide` along u, `thick` along v.
double half_width(const Eye& eye, const Vec& along, const Vec& u, double wide, const Vec& v,
                  double thick) {
  const Flat a = eye.seen(along);
  const double l = std::max(std::hypot(a.x, a.y), 1e-6);
  const auto across = [&](const Vec& w, double r) {
    const Flat f = eye.seen(w);
    return r * (f.x * -a.y + f.y * a.x) / l / 200;
  };
  return std::max(std::hypot(across(u, wide), across(v, thick)), thick);
}

void draw_hand(Pen& pen, const Arm& arm, int side) {
  const Vec f = arm.fingers, n = arm.palm;
  // The thumb's side of the hand.
  const Vec t = cross(n, f) * (side == 0 ? 1 : -1);
  const auto width = [&](double wide, double thick) {
    return half_width(pen.eye(), f, t, wide, n, thick);
  };
  const Vec knuckles = arm.wrist + f * 0.088 + n * 0.004;
  const Vec middle = knuckles + f * 0.045 + n * 0.010;
  const Vec tips = middle + f * 0.032 + n * 0.016;
  pen.taper(arm.wrist, width(0.028, 0.021), knuckles, width(0.041, 0.017));
  pen.taper(knuckles, width(0.041, 0.017), middle, width(0.036, 0.014));
  pen.taper(middle, width(0.036, 0.014), tips, width(0.026, 0.010));
  const Vec base = arm.wrist + f * 0.028 + t * 0.022;
  pen.taper(base, 0.015, base + f * 0.038 + t * 0.022 + n * 0.010, 0.0115);
  const Vec joint = base + f * 0.038 + t * 0.022 + n * 0.010;
  pen.taper(joint, 0.0115, joint + f * 0.028 + t * 0.004 + n * 0.008, 0.009);
}

}  // namespace

void draw_arm(Pen& pen, const Body& body, int side, bool far) {
  const Arm& arm = body.arms[static_cast<std::size_t>(side)];
  const Vec upper = arm.elbow - arm.shoulder, fore = arm.wrist - arm.elbow;
  pen.path(tone(Role::skin, far), true);
  pen.taper(arm.shoulder + upper * 0.3, 0.046, arm.elbow, 0.037);
  pen.taper(arm.elbow, 0.037, arm.elbow + fore * 0.28, 0.0395);
  pen.taper(arm.elbow + fore * 0.28, 0.0395, arm.wrist, 0.0245);
  draw_hand(pen, arm, side);
  // The sleeve hangs a little wider than the arm, and ends before the elbow.
  pen.path(tone(Role::shirt, far), true);
  pen.taper(arm.shoulder, 0.053, arm.shoulder + upper * 0.30, 0.0515);
  pen.taper(arm.shoulder + upper * 0.30, 0.0515, arm.shoulder + upper * 0.58, 0.050);
  // On the shoulder the sleeve and the shirt are one.
  pen.path(tone(Role::shirt, far));
  pen.taper(arm.shoulder + upper * 0.03, 0.0527, mix(arm.shoulder, shoulder_root(body), 0.4),
            0.047);
}

void draw_leg(Pen& pen, const Body& body, int side, bool far) {
  const Leg& leg = body.legs[static_cast<std::size_t>(side)];
  const Vec thigh = leg.knee - leg.hip, shin = leg.ankle - leg.knee;
  const Turn frame = along(shin * -1, leg.foot.z);
  const Turn& foot = leg.foot;
  const double s = side == 0 ? 1 : -1;
  const auto in_foot = [&](double x, double y, double z) {
    return leg.ankle + foot * Vec{s * x, y - kAnkle, z};
  };
  pen.path(tone(Role::skin, far));
  pen.taper(leg.knee + shin * 0.8, 0.036, leg.ankle, 0.033);
  // The sole first, then the shoe on it.
  pen.path(Role::sole);
  pen.taper(in_foot(0, 0.017, -0.050), 0.017, in_foot(-0.004, 0.016, 0.09), 0.016);
  pen.taper(in_foot(-0.004, 0.016, 0.09), 0.016, in_foot(0.004, 0.016, 0.172), 0.014);
  pen.path(tone(Role::shoe, far));
  pen.taper(in_foot(0, 0.046, -0.042), 0.030, in_foot(0, 0.068, -0.004), 0.036);
  pen.taper(in_foot(0, 0.066, 0.004), 0.036, in_foot(0, 0.042, 0.085), 0.033);
  pen.taper(in_foot(0, 0.046, -0.042), 0.032, in_foot(0, 0.042, 0.085), 0.033);
  pen.taper(in_foot(0, 0.042, 0.085), 0.033, in_foot(0.004, 0.036, 0.158), 0.025);
  pen.path(tone(Role::trousers, far), true);
  pen.taper(leg.hip, 0.088, leg.hip + thigh * 0.5, 0.076);
  pen.taper(leg.hip + thigh * 0.5, 0.076, leg.knee, 0.057);
  const Vec calf = leg.knee + shin * 0.30 - frame.z * 0.011;
  pen.taper(leg.knee, 0.057, calf, 0.056);
  pen.taper(calf, 0.056, leg.knee + shin * 0.86, 0.043);
}

}  // namespace limber::figure

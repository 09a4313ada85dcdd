// What the figure stands, sits and lies on, and the soft shadow that ties it to the floor.
#include <algorithm>

#include "draw/figure_parts.h"

namespace limber::figure {
namespace {

// A box with level edges: its top and the two sides that can be seen.
void box(Pen& pen, Vec low, Vec high, Role top, Role left, Role right) {
  const Eye& eye = pen.eye();
  const auto corner = [&](double x, double y, double z) { return pen.see({x, y, z}); };
  const double x = eye.depth({1, 0, 0}) > 0 ? high.x : low.x;
  const double z = eye.depth({0, 0, 1}) > 0 ? high.z : low.z;
  pen.path(right);
  pen.polygon({corner(x, low.y, low.z), corner(x, low.y, high.z), corner(x, high.y, high.z),
               corner(x, high.y, low.z)});
  pen.path(left);
  pen.polygon({corner(low.x, low.y, z), corner(high.x, low.y, z), corner(high.x, high.y, z),
               corner(low.x, high.y, z)});
  pen.path(top);
  pen.polygon({corner(low.x, high.y, low.z), corner(high.x, high.y, low.z),
               corner(high.x, high.y, high.z), corner(low.x, high.y, high.z)});
}

void leg(Pen& pen, Vec top, Vec foot, Role role) {
  pen.path(role);
  pen.taper(top, 0.016, foot, 0.011);
}

bool has(const Motion& motion, Kit kit) {
  return std::find(motion.kit.begin(), motion.kit.end(), kit) != motion.kit.end();
}

// A soft edge: the same shape a few times, each a little larger and fainter.
void soft(Pen& pen, const Vec& at, double x, double z) {
  for (const double grow : {1.0, 1.18, 1.36}) {
    pen.path(Role::shadow, false, 0.10);
    pen.disc(at, {x * grow, 0, 0}, {0, 0, z * grow});
  }
}

void seat(Pen& pen, double half_x, double back, double front, double legs_in) {
  const double under = kSeatHeight - 0.045;
  for (const double x : {-1.0, 1.0}) {
    for (const double z : {back + 0.03, front - 0.03}) {
      const bool near = pen.eye().depth({x, 0, z - (back + front) / 2}) > 0;
      leg(pen, {x * (half_x - legs_in), under, z},
          {x * (half_x - legs_in + 0.02), 0.01, z + (z > 0 ? 0.015 : -0.015)},
          near ? Role::kit : Role::kit_far);
    }
  }
  pen.path(Role::kit_far);
  pen.taper({0, under + 0.004, back + 0.04}, 0.02, {0, under + 0.004, front - 0.04}, 0.02);
  box(pen, {-half_x, under, back}, {half_x, kSeatHeight, front}, Role::kit_near, Role::kit,
      Role::kit_far);
}

}  // namespace

void draw_room(Pen& pen, const Motion& motion) {
  if (has(motion, Kit::wall)) {
    // A panel of wall behind the figure, or its edge seen from the side.
    const double z = motion.wall_z - 0.001, half = 0.62;
    pen.path(Role::wall);
    if (std::abs(pen.eye().depth({0, 0, 1})) > 0.5) {
      pen.polygon({pen.see({-half, 0, z}), pen.see({half, 0, z}), pen.see({half, 2.05, z}),
                   pen.see({-half, 2.05, z})});
    } else {
      pen.polygon({pen.see({0, 0, z}), pen.see({0, 2.0, z}), pen.see({0, 2.0, z - 0.09}),
                   pen.see({0, 0, z - 0.09})});
    }
  }
  if (has(motion, Kit::mat)) {
    box(pen, {-0.32, -0.012, -0.94}, {0.32, 0, 0.64}, Role::ground, Role::kit_far, Role::kit_far);
  }
}

void draw_shadow(Pen& pen, const Body& body) {
  Vec low{9, 0, 9}, high{-9, 0, -9};
  const auto take = [&](const Vec& p) {
    low = {std::min(low.x, p.x), 0, std::min(low.z, p.z)};
    high = {std::max(high.x, p.x), 0, std::max(high.z, p.z)};
  };
  take(body.spine[0]), take(body.spine[7]);
  for (const Leg& leg : body.legs) take(leg.ankle), take(leg.ankle + leg.foot.z * 0.15);
  const Vec middle = (low + high) * 0.5;
  soft(pen, {middle.x, 0, middle.z}, (high.x - low.x) / 2 + 0.10, (high.z - low.z) / 2 + 0.06);
}

void draw_kit(Pen& pen, const Motion& motion, const Body& body) {
  if (has(motion, Kit::stool)) seat(pen, 0.19, -0.19, 0.19, 0.04);
  if (has(motion, Kit::chair)) {
    const double back = -0.215;
    for (const double x : {-0.17, 0.17}) {
      pen.path(x * pen.eye().depth({1, 0, 0}) > 0 ? Role::kit : Role::kit_far);
      pen.taper({x, kSeatHeight - 0.03, back + 0.01}, 0.016, {x, 0.86, back - 0.035}, 0.014);
    }
    pen.path(Role::kit);
    for (const double x : {-0.17, 0.17}) {
      pen.taper({x, 0.66, back - 0.012}, 0.020, {x, 0.845, back - 0.030}, 0.022);
    }
    pen.path(Role::kit_near);
    pen.polygon({pen.see({-0.17, 0.64, back - 0.01}), pen.see({0.17, 0.64, back - 0.01}),
                 pen.see({0.17, 0.865, back - 0.032}), pen.see({-0.17, 0.865, back - 0.032})});
    seat(pen, 0.20, back, 0.21, 0.03);
  }
  if (has(motion, Kit::roller)) {
    pen.moving(true);
    const Vec half{0.23, 0, 0};
    pen.path(Role::kit_far);
    pen.taper(body.kit - half, kRollerRadius, body.kit + half, kRollerRadius);
    const Vec end = body.kit + half * (pen.eye().depth({1, 0, 0}) > 0 ? 1 : -1);
    pen.path(Role::kit);
    pen.ball(end, kRollerRadius);
    pen.path(Role::kit_near);
    pen.ball(end, kRollerRadius * 0.42);
    // A mark that turns as it rolls.
    const double angle = (body.kit.z) / kRollerRadius;
    pen.path(Role::kit_near);
    pen.ball(end + Vec{0, std::cos(angle), std::sin(angle)} * (kRollerRadius * 0.72), 0.008);
    pen.moving(false);
  }
}

void draw_kit_front(Pen& pen, const Motion& motion, const Body& body) {
  pen.moving(true);
  if (has(motion, Kit::ball)) {
    // Pressed between the wall and the back, it gives a little.
    const double wall = motion.wall_z, skin = body.kit.z;
    const double half = std::max(0.012, (skin - wall) / 2);
    pen.path(Role::spot);
    pen.egg({body.kit.x, body.kit.y, wall + half}, {},
            {kBallRadius, kBallRadius + (kBallRadius - half) * 0.5, half});
  }
  if (has(motion, Kit::cushion)) {
    const Vec a = body.legs[0].knee, b = body.legs[1].knee;
    const Vec middle = (a + b) * 0.5 + Vec{0, 0.012, -0.02};
    pen.path(Role::kit_near, true);
    pen.egg(middle, {}, {std::max(0.03, length(a - b) / 2 - 0.045), 0.085, 0.10});
  }
  pen.moving(false);
}

}  // namespace limber::figure

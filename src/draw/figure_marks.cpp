// What is drawn on top: where it is felt, and which way it goes.
#include <algorithm>

#include "draw/figure_parts.h"

namespace limber::figure {

void draw_spots(Pen& pen, const Motion& motion, const Body& body) {
  for (const Spot& spot : motion.spots) {
    const Place on = body.frame(spot.on, 0);
    const Vec at = on * (Vec{spot.at[0], spot.at[1], spot.at[2]} * 0.01);
    for (const double grow : {1.0, 0.72, 0.45}) {
      pen.path(Role::spot, false, 0.20);
      pen.egg(at, on.turn, Vec{spot.wide, spot.high, spot.wide * 0.6} * (0.01 * grow));
    }
  }
}

void draw_arrows(Pen& pen, const Motion& motion) {
  const Body body = stand(motion, motion.start);
  const double flip = pen.eye().mirrored() ? -1 : 1;
  for (const ArrowRule& rule : motion.arrows) {
    const Place on = body.frame(rule.on, 0);
    const auto point = [&](const Triple& t) {
      return pen.see(on * (Vec{t[0], t[1], t[2]} * 0.01));
    };
    const Flat a = point(rule.at), b = point(rule.to);
    const double l = std::max(std::hypot(b.x - a.x, b.y - a.y), 1e-6);
    const Flat across{flip * (b.y - a.y) / l, -flip * (b.x - a.x) / l};
    std::vector<Flat> way;
    for (int i = 0; i <= 6; ++i) {
      const double t = i / 6.0, off = 2 * rule.bow * 4 * t * (1 - t);
      way.push_back(
          {a.x + (b.x - a.x) * t + across.x * off, a.y + (b.y - a.y) * t + across.y * off});
    }
    pen.line(Role::arrow, 4);
    pen.curve(way);
    const Flat tip = way[6], before = way[5];
    const double d = std::max(std::hypot(tip.x - before.x, tip.y - before.y), 1e-6);
    const Flat u{(tip.x - before.x) / d, (tip.y - before.y) / d};
    const auto barb = [&](double side) {
      return Flat{tip.x - 8 * u.x - side * u.y, tip.y - 8 * u.y + side * u.x};
    };
    pen.line(Role::arrow, 4);
    pen.curve({barb(-7), tip, barb(7)});
  }
}

}  // namespace limber::figure

#include "draw/figure.h"

#include <algorithm>

#include "draw/figure_parts.h"

namespace limber::figure {
namespace {

// Seen from behind, the shoulder blades show through the shirt.
bool from_behind(const Eye& eye) {
  return eye.depth({0, 0, 1}) < -0.5;
}

void draw_body(Pen& pen, const Motion& motion, const Body& body, bool kit) {
  // In a side view one side of the body is away from the viewer.
  const double side = pen.eye().depth({1, 0, 0});
  const auto far = [&](int which) { return std::abs(side) > 0.6 && (which == 0) != (side > 0); };
  for (const Layer layer : motion.layers) {
    pen.moving(true);
    switch (layer) {
      case Layer::arm_l:
      case Layer::arm_r:
        draw_arm(pen, body, layer == Layer::arm_r, far(layer == Layer::arm_r));
        break;
      case Layer::leg_l:
      case Layer::leg_r:
        draw_leg(pen, body, layer == Layer::leg_r, far(layer == Layer::leg_r));
        break;
      case Layer::body:
        draw_trunk(pen, body, from_behind(pen.eye()));
        break;
      case Layer::head:
        draw_neck(pen, body);
        draw_head(pen, body, motion.face);
        break;
      case Layer::kit:
        pen.moving(false);
        if (kit) draw_kit(pen, motion, body);
        break;
      case Layer::kit_front:
        if (kit) draw_kit_front(pen, motion, body);
        break;
    }
  }
}

void draw_all(Picture& out, const Motion& motion, const Pose& pose, const Look& look,
              bool only_moving) {
  const Eye eye(motion.view, look.mirrored);
  Pen pen(eye, out, only_moving);
  const Body body = stand(motion, pose);
  pen.moving(false);
  if (!only_moving) {
    draw_room(pen, motion);
    draw_shadow(pen, stand(motion, motion.start));
    if (look.ghost) {
      pen.merge(Role::ghost, 0.16);
      draw_body(pen, motion, stand(motion, end_of(motion)), false);
      pen.part();
    }
  }
  draw_body(pen, motion, body, true);
  pen.moving(true);
  if (look.spots) draw_spots(pen, motion, body);
  pen.moving(false);
  if (look.arrows && !only_moving) draw_arrows(pen, motion);
}

}  // namespace

Picture draw(const Motion& motion, const Pose& pose, const Look& look) {
  Picture out;
  draw_all(out, motion, pose, look, false);
  return out;
}

std::vector<float> draw_moving(const Motion& motion, const Pose& pose, const Look& look) {
  Picture out;
  draw_all(out, motion, pose, look, true);
  return std::move(out.numbers);
}

Box box_of(const Motion& motion) {
  const auto& f = motion.view.frame;
  return {2 * f[0], -2 * f[3], 2 * (f[2] - f[0]), 2 * (f[3] - f[1])};
}

}  // namespace limber::figure

#include "draw/figure_body.h"

#include <algorithm>

namespace limber::figure {
namespace {

constexpr std::array<double, kSpine> kBone = {0,      0.100,  0.055,  0.055, 0.055, 0.0725,
                                              0.0725, 0.0725, 0.0725, 0.050, 0.050};
// The natural curves of a standing back: how far each bone leans forward, degrees.
constexpr std::array<double, kSpine> kCurve = {0, 4, 6, -3, -9, -9, -3, 6, 14, 22, 12};

double sign(int side) {
  return side == 0 ? 1 : -1;
}

void stand_spine(Body& body, const Pose& p, const Vec& root) {
  const Turn pelvis = turn(p[Channel::yaw]) * lean(p[Channel::roll]) * bend(p[Channel::tilt]);
  body.spine[0] = root;
  body.turn[0] = pelvis;
  for (int i = 1; i < kSpine; ++i) {
    // Each region's bending is shared out; a region's bones all turn with it.
    const double low = std::clamp((i - 1) / 3.0, 0.0, 1.0);
    const double mid = std::clamp((i - 4) / 4.0, 0.0, 1.0);
    const double top = std::clamp((i - 8) / 2.0, 0.0, 1.0);
    const double forward =
        p[Channel::lum] * low + p[Channel::tho] * mid + p[Channel::neck] * (i > 8 ? 1.0 : 0.0);
    const double left =
        p[Channel::lum_s] * low + p[Channel::tho_s] * mid + p[Channel::neck_s] * top;
    const double round =
        p[Channel::lum_r] * low + p[Channel::tho_r] * mid + p[Channel::neck_r] * top;
    const auto at = static_cast<std::size_t>(i);
    body.turn[at] = pelvis * turn(round) * lean(left) * bend(forward + kCurve[at]);
    body.spine[at] = body.spine[at - 1] + body.turn[at].y * kBone[at];
  }
  const double forward = p[Channel::lum] + p[Channel::tho] + p[Channel::neck] + p[Channel::head];
  body.head = pelvis * turn(p[Channel::lum_r] + p[Channel::tho_r] + p[Channel::neck_r]) *
              lean(p[Channel::lum_s] + p[Channel::tho_s] + p[Channel::neck_s]) * bend(forward);
}

// Two bones from `from` to `to`, bending towards `pole`: where their joint is, and where they end.
struct Reach {
  Vec middle, end;
};
Reach reach(const Vec& from, const Vec& to, double first, double second, const Vec& pole) {
  const Vec way = to - from;
  const double d = std::clamp(length(way), std::abs(first - second) + 1e-6, first + second - 1e-9);
  const Vec line = unit(way);
  const Vec side = unit(pole - line * dot(pole, line));
  const double along_line = (first * first - second * second + d * d) / (2 * d);
  const double off = std::sqrt(std::max(0.0, first * first - along_line * along_line));
  return {from + line * along_line + side * off, from + line * d};
}

void stand_leg(Body& body, const Pose& p, int side) {
  const auto at = [&](SideChannel c) { return p.at(side, c); };
  Leg& leg = body.legs[static_cast<std::size_t>(side)];
  leg.hip = body.spine[0] + body.turn[0] * Vec{sign(side) * kHipHalf, 0, 0};
  leg.foot = turn(sign(side) * at(SideChannel::fyaw)) * bend(at(SideChannel::fpitch));
  const Vec sole{sign(side) * at(SideChannel::fx) * 0.01, at(SideChannel::fy) * 0.01,
                 at(SideChannel::fz) * 0.01};
  // The heel lifts about the ball of the foot, 10 cm before the ankle.
  const Vec ball = sole + turn(sign(side) * at(SideChannel::fyaw)) * Vec{0, 0, 0.10};
  const Vec ankle = ball + leg.foot * Vec{0, kAnkle, -0.10};
  const Vec pole = Vec{0, 1, 0} + turn(sign(side) * at(SideChannel::fyaw)) *
                                      Vec{sign(side) * at(SideChannel::knee) * 0.02, 0, 1};
  const Reach r = reach(leg.hip, ankle, kThigh, kShin, pole);
  leg.knee = r.middle;
  leg.ankle = r.end;
  body.missed = std::max(body.missed, length(ankle - r.end));
}

void stand_arm(Body& body, const Motion& motion, const Pose& p, int side) {
  const auto at = [&](SideChannel c) { return p.at(side, c); };
  const double s = sign(side);
  Arm& arm = body.arms[static_cast<std::size_t>(side)];
  const Place chest = body.frame(Frame::chest, side);
  // The collar bone swings up and forward about the breast bone.
  const Turn girdle =
      chest.turn * turn(-s * at(SideChannel::prot)) * lean(-s * at(SideChannel::elev));
  arm.shoulder = chest * Vec{0, 0.008, -0.004} + girdle * Vec{s * kShoulderHalf, 0, 0};
  const HandRule& rule = motion.hands[static_cast<std::size_t>(side)];
  if (rule.on == Frame::free) {
    arm.upper = chest.turn * lean(-s * at(SideChannel::abd)) * bend(-at(SideChannel::flex)) *
                turn(s * at(SideChannel::twist));
    const Turn fore = arm.upper * bend(-at(SideChannel::elbow));
    arm.elbow = arm.shoulder - arm.upper.y * kUpperArm;
    arm.wrist = arm.elbow - fore.y * kForearm;
    const Turn hand = fore * turn(s * at(SideChannel::pron)) * lean(s * at(SideChannel::wrist));
    arm.fingers = hand.y * -1;
    arm.palm = hand.x * -s;
    return;
  }
  const Place on = body.frame(rule.on, side);
  arm.fingers = unit(on.turn * outward(rule.fingers, side));
  const Vec palm = on.turn * outward(rule.palm, side);
  arm.palm = unit(palm - arm.fingers * dot(palm, arm.fingers));
  const Vec rest = on * Vec{s * at(SideChannel::hx) * 0.01, at(SideChannel::hy) * 0.01,
                            at(SideChannel::hz) * 0.01};
  const Vec wrist = rest - arm.fingers * kPalm;
  const Turn frame = rule.on == Frame::room ? Turn{} : chest.turn;
  const Reach r =
      reach(arm.shoulder, wrist, kUpperArm, kForearm, frame * outward(rule.elbow, side));
  arm.elbow = r.middle;
  arm.wrist = r.end;
  arm.upper = along(arm.shoulder - arm.elbow, r.end - arm.elbow);
  body.missed = std::max(body.missed, length(wrist - r.end));
}

void shift(Body& body, const Vec& by) {
  for (Vec& point : body.spine) point = point + by;
}

// Lays the body onto what it rests on.
void settle(Body& body, const Motion& motion) {
  if (motion.rest == Rest::seat) {
    shift(body, {0, kSeatHeight + 0.098 - body.spine[0].y, 0});
  } else if (motion.rest == Rest::wall) {
    double gap = 1;
    for (std::size_t i = 0; i < 9; ++i) {
      gap = std::min(gap, (body.spine[i] - body.turn[i].z * kBackDepth[i]).z - motion.wall_z);
    }
    shift(body, {0, 0, -gap});
  } else if (motion.rest == Rest::roller) {
    double lift = -1;
    for (std::size_t i = 0; i < 8; ++i) {
      for (int part = 0; part < 8; ++part) {
        const double t = part / 8.0;
        const Vec skin = mix(body.spine[i] - body.turn[i].z * kBackDepth[i],
                             body.spine[i + 1] - body.turn[i + 1].z * kBackDepth[i + 1], t);
        const double away = skin.z - body.kit.z;
        if (std::abs(away) >= kRollerRadius) continue;
        const double top = body.kit.y + std::sqrt(kRollerRadius * kRollerRadius - away * away);
        lift = std::max(lift, top - skin.y);
      }
    }
    shift(body, {0, lift, 0});
  }
}

// The ball lies against the back, at its own height.
void hold_ball(Body& body) {
  for (std::size_t i = 1; i < 9; ++i) {
    if (body.spine[i].y < body.kit.y) continue;
    const double t = (body.kit.y - body.spine[i - 1].y) / (body.spine[i].y - body.spine[i - 1].y);
    body.kit.z = mix(body.spine[i - 1] - body.turn[i - 1].z * kBackDepth[i - 1],
                     body.spine[i] - body.turn[i].z * kBackDepth[i], t)
                     .z;
    return;
  }
}

}  // namespace

const std::array<double, kSpine> kBackDepth = {0.110, 0.098, 0.086, 0.082, 0.084, 0.092,
                                               0.100, 0.100, 0.082, 0.062, 0.060};

Place Body::frame(Frame which, int side) const {
  switch (which) {
    case Frame::head:
      return {spine[10], head};
    case Frame::neck:
      return {spine[9], turn[9]};
    case Frame::chest:
      return {spine[7], turn[7]};
    case Frame::ribs:
      return {spine[5], turn[5]};
    case Frame::thigh: {
      const Leg& leg = legs[static_cast<std::size_t>(side)];
      return {leg.knee, figure::along(leg.hip - leg.knee, leg.foot.y + leg.foot.z)};
    }
    case Frame::pelvis:
      return {spine[0], turn[0]};
    default:
      return {};
  }
}

Body stand(const Motion& motion, const Pose& pose) {
  Body body;
  body.breath = pose[Channel::breath];
  body.kit = Vec{pose[Channel::kx], pose[Channel::ky], pose[Channel::kz]} * 0.01;
  stand_spine(body, pose, Vec{pose[Channel::x], pose[Channel::y], pose[Channel::z]} * 0.01);
  settle(body, motion);
  if (std::find(motion.kit.begin(), motion.kit.end(), Kit::ball) != motion.kit.end())
    hold_ball(body);
  for (int side = 0; side < 2; ++side) stand_leg(body, pose, side);
  for (int side = 0; side < 2; ++side) stand_arm(body, motion, pose, side);
  return body;
}

}  // namespace limber::figure

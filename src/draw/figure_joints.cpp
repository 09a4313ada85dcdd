// The angles of the joints, measured on the finished body and not taken from the pose, so that
// what a reach bends is measured as well.
#include <algorithm>

#include "draw/figure_body.h"

namespace limber::figure {
namespace {

double degrees(double radians) {
  return radians / kDegree;
}
double between(const Vec& a, const Vec& b) {
  return degrees(std::acos(std::clamp(dot(unit(a), unit(b)), -1.0, 1.0)));
}

// How far `pointer` is turned about `bone` from where the shortest swing from `rest` would carry
// the direction `front`; positive towards x.
double twist_of(const Vec& rest, const Vec& bone, const Vec& front, const Vec& pointer) {
  const Vec axis = cross(rest, bone);
  Vec carried = front;
  if (length(axis) > 1e-9) {
    const Vec n = unit(axis);
    const double angle = std::atan2(length(axis), dot(rest, bone));
    carried = front * std::cos(angle) + cross(n, front) * std::sin(angle) +
              n * (dot(n, front) * (1 - std::cos(angle)));
  }
  const Vec flat = pointer - bone * dot(pointer, bone);
  return degrees(std::atan2(dot(cross(carried, flat), bone * -1), dot(carried, flat)));
}

}  // namespace

std::array<double, kJoints.size()> angles(const Body& body, const Pose& p, int side) {
  const double s = side == 0 ? 1 : -1;
  const Arm& arm = body.arms[static_cast<std::size_t>(side)];
  const Leg& leg = body.legs[static_cast<std::size_t>(side)];
  const Turn& chest = body.turn[7];
  const Turn& pelvis = body.turn[0];

  const auto mirrored = [s](const Vec& v) { return Vec{v.x * s, v.y, v.z}; };
  const Vec arm_way = mirrored(chest.seen(unit(arm.elbow - arm.shoulder)));
  const Vec fore_way = mirrored(chest.seen(unit(arm.wrist - arm.elbow)));
  const double raised = between(arm_way, {0, -1, 0});
  const double backward = raised < 60 ? degrees(std::atan2(-arm_way.z, -arm_way.y)) : 0;
  // Where around the body the arm is raised: 0 to the side, 90 to the front, 130 across.
  const double around = raised > 30 && raised < 150 ? degrees(std::atan2(arm_way.z, arm_way.x)) : 0;
  const double elbow = between(arm_way, fore_way);
  const double twist = elbow > 20 ? twist_of({0, -1, 0}, arm_way, {0, 0, 1}, fore_way) : 0;
  // The palm looks to the body while the forearm is neither turned in nor out.
  const Vec fore = unit(arm.wrist - arm.elbow);
  const Vec rest_palm = cross(unit(arm.elbow - arm.shoulder), fore) * s;
  const Vec flat_palm = arm.palm - fore * dot(arm.palm, fore);
  const double fore_turn = elbow > 20 ? between(rest_palm, flat_palm) : 0;

  const Vec thigh = mirrored(pelvis.seen(unit(leg.knee - leg.hip)));
  const Vec shin = unit(leg.ankle - leg.knee);
  const Vec shin_seen = mirrored(pelvis.seen(shin));
  const double knee = between(leg.knee - leg.hip, shin);
  const double hip_turn = knee > 20 ? twist_of({0, -1, 0}, thigh, {0, 0, -1}, shin_seen) : 0;

  return {p[Channel::lum],
          p[Channel::lum_s],
          p[Channel::lum_r],
          p[Channel::tho],
          p[Channel::tho_s],
          p[Channel::tho_r],
          p[Channel::neck] + p[Channel::head],
          p[Channel::neck_s],
          p[Channel::neck_r],
          p[Channel::head],
          p.at(side, SideChannel::elev),
          p.at(side, SideChannel::prot),
          raised,
          backward,
          around,
          twist,
          elbow,
          fore_turn,
          between(fore, arm.fingers),
          degrees(std::atan2(thigh.z, -thigh.y)),
          degrees(std::asin(std::clamp(thigh.x, -1.0, 1.0))),
          hip_turn,
          knee,
          90 - between(leg.foot.z, shin * -1)};
}

}  // namespace limber::figure

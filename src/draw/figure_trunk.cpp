// The trunk: slices along the spine, each an ellipse that turns with its bone, joined to one
// smooth outline; then the neck.
#include <algorithm>

#include "draw/figure_parts.h"

namespace limber::figure {
namespace {

struct Slice {
  int bone;                  // it lies between the points bone - 1 and bone
  double along;              // 0..1 of the way
  double half, front, back;  // m: half the width, and the depth before and behind the spine
};
constexpr std::array<Slice, 8> kShirt = {{{1, -0.12, 0.154, 0.096, 0.108},
                                          {1, 0.55, 0.147, 0.096, 0.105},
                                          {3, 0.0, 0.135, 0.093, 0.090},
                                          {4, 0.6, 0.137, 0.098, 0.086},
                                          {6, 0.0, 0.148, 0.112, 0.094},
                                          {7, 0.0, 0.150, 0.114, 0.102},
                                          {8, 0.0, 0.124, 0.086, 0.096},
                                          {8, 1.0, 0.066, 0.050, 0.070}}};

struct Edge {
  Flat left, right;
};

// Where the outline of each slice lies on the picture, on either side of the trunk's middle line.
std::array<Edge, kShirt.size()> edges_of(const Pen& pen, const Body& body) {
  std::array<Flat, kShirt.size()> middle;
  std::array<Edge, kShirt.size()> edges;
  std::array<const Turn*, kShirt.size()> turns;
  std::array<double, kShirt.size()> swell;
  for (std::size_t i = 0; i < kShirt.size(); ++i) {
    const Slice& s = kShirt[i];
    const auto bone = static_cast<std::size_t>(s.bone);
    turns[i] = &body.turn[bone];
    // A breath widens the ribs, most in the middle.
    swell[i] = 1 + body.breath * (s.bone >= 4 && s.bone <= 7 ? 0.05 : 0.015);
    const Vec at = mix(body.spine[bone - 1], body.spine[bone], s.along) +
                   turns[i]->z * ((s.front * swell[i] - s.back) / 2);
    middle[i] = pen.see(at);
  }
  for (std::size_t i = 0; i < kShirt.size(); ++i) {
    const Slice& s = kShirt[i];
    const Flat& a = middle[i > 0 ? i - 1 : 0];
    const Flat& b = middle[std::min(i + 1, kShirt.size() - 1)];
    const double l = std::max(std::hypot(b.x - a.x, b.y - a.y), 1e-6);
    const Flat n{(b.y - a.y) / l, -(b.x - a.x) / l};
    const auto across = [&](const Vec& v, double r) {
      const Flat f = pen.eye().seen(v);
      return r * (f.x * n.x + f.y * n.y);
    };
    const double w = std::hypot(across(turns[i]->x, s.half * swell[i]),
                                across(turns[i]->z, (s.front * swell[i] + s.back) / 2));
    edges[i] = {{middle[i].x + n.x * w, middle[i].y + n.y * w},
                {middle[i].x - n.x * w, middle[i].y - n.y * w}};
  }
  return edges;
}

Flat between(Flat a, Flat b, double t) {
  return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
}

void draw_blade(Pen& pen, const Body& body, int side) {
  const double s = side == 0 ? 1 : -1;
  const Place chest = body.frame(Frame::chest, side);
  // It slides with the shoulder.
  const Vec shoulder =
      chest.turn.seen(body.arms[static_cast<std::size_t>(side)].shoulder - chest.at);
  const double in = (std::abs(shoulder.x) - kShoulderHalf) * 1.6, up = shoulder.y - 0.008;
  const double shift = shoulder.z * 0.55;
  const auto at = [&](double x, double y) {
    return pen.see(chest * Vec{s * (x + in + shift), y + up, -0.09});
  };
  pen.path(Role::shirt_far, false, 0.6);
  pen.blob({at(0.055, 0.045), at(0.118, 0.052), at(0.125, 0.025), at(0.105, -0.045),
            at(0.082, -0.098), at(0.066, -0.085), at(0.052, -0.02)});
}

}  // namespace

Vec shoulder_root(const Body& body) {
  return body.spine[8] + body.turn[8] * Vec{0, -0.030, -0.012};
}

void draw_trunk(Pen& pen, const Body& body, bool blades) {
  const Turn& pelvis = body.turn[0];
  pen.path(Role::trousers);
  pen.taper(body.legs[0].hip + pelvis * Vec{0, -0.005, -0.012}, 0.094,
            body.legs[1].hip + pelvis * Vec{0, -0.005, -0.012}, 0.094);
  pen.taper(body.legs[0].hip + pelvis * Vec{-0.030, 0.05, 0}, 0.084,
            body.legs[1].hip + pelvis * Vec{0.030, 0.05, 0}, 0.084);

  const auto edges = edges_of(pen, body);
  const std::size_t n = edges.size();
  std::vector<Flat> outline;
  for (std::size_t i = 0; i < n; ++i) outline.push_back(edges[i].left);
  for (std::size_t i = n; i-- > 0;) outline.push_back(edges[i].right);
  pen.path(Role::shirt, true);
  pen.blob(outline);
  // From the neck out to the shoulders, wherever they go.
  for (const Arm& arm : body.arms) {
    const Vec root = shoulder_root(body);
    pen.taper(mix(root, arm.shoulder, 0.2), 0.044, arm.shoulder, 0.050);
  }
  // The side away from the light, softly.
  std::vector<Flat> shade;
  const auto light = [&](std::size_t i) { return edges[i].left.x < edges[i].right.x; };
  const bool right = !(light(3) != pen.eye().mirrored());
  for (std::size_t i = 0; i < n - 1; ++i) {
    shade.push_back(right ? edges[i].left : edges[i].right);
  }
  for (std::size_t i = n - 1; i-- > 0;) {
    const double depth = 0.30 - 0.10 * std::abs(static_cast<double>(i) - 2.5) / 2.5;
    shade.push_back(right ? between(edges[i].left, edges[i].right, depth)
                          : between(edges[i].right, edges[i].left, depth));
  }
  pen.path(Role::shirt_far, false, 0.45);
  pen.blob(shade);
  // A short opening at the front shows which way the chest looks.
  const double front = std::clamp(pen.eye().depth(body.turn[7].z) * 4 - 1.2, 0.0, 1.0);
  const auto seam = [&](double down) {
    return pen.see(body.spine[8] +
                   body.turn[7] * Vec{0, -0.055 - down * front, (0.082 + down * 0.26) * front});
  };
  pen.line(Role::shirt_far, 1.8);
  pen.curve({seam(0), seam(0.045), seam(0.09)});
  if (blades) {
    draw_blade(pen, body, 0);
    draw_blade(pen, body, 1);
  }
}

void draw_neck(Pen& pen, const Body& body) {
  const Vec base = body.spine[8] + body.turn[8] * Vec{0, -0.012, 0.006};
  const Vec top = body.spine[10] + body.head * Vec{0, 0.01, -0.008};
  pen.path(Role::skin, true);
  pen.taper(base, 0.057, mix(base, top, 0.5), 0.050);
  pen.taper(mix(base, top, 0.5), 0.050, top, 0.050);
  // The chin's shadow.
  const Vec under = mix(base, body.spine[10], 0.62) + body.head.z * 0.012;
  pen.path(Role::skin_far, false, 0.7);
  pen.taper(under, 0.041, body.spine[10] + body.head * Vec{0, -0.01, 0.01}, 0.049);
}

}  // namespace limber::figure

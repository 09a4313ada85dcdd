// Points, directions and turns in the figure's room, in metres: x to the figure's left, y up,
// z forward. Only what the figure needs.
#pragma once

#include <array>
#include <cmath>

#include "knowledge/poses.h"

namespace limber::figure {

inline constexpr double kDegree = 0.017453292519943295;

struct Vec {
  double x = 0, y = 0, z = 0;
  Vec operator+(const Vec& o) const { return {x + o.x, y + o.y, z + o.z}; }
  Vec operator-(const Vec& o) const { return {x - o.x, y - o.y, z - o.z}; }
  Vec operator*(double s) const { return {x * s, y * s, z * s}; }
};
inline double dot(const Vec& a, const Vec& b) {
  return a.x * b.x + a.y * b.y + a.z * b.z;
}
inline Vec cross(const Vec& a, const Vec& b) {
  return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
inline double length(const Vec& a) {
  return std::sqrt(dot(a, a));
}
inline Vec unit(const Vec& a) {
  const double l = length(a);
  return l > 1e-12 ? a * (1 / l) : Vec{0, 0, 1};
}
inline Vec mix(const Vec& a, const Vec& b, double t) {
  return a + (b - a) * t;
}
// A triple of the data with x outward, for side 0 (left) or 1 (right).
inline Vec outward(const Triple& t, int side) {
  return {side == 0 ? t[0] : -t[0], t[1], t[2]};
}

// A frame: where its x, y and z point.
struct Turn {
  Vec x{1, 0, 0}, y{0, 1, 0}, z{0, 0, 1};
  Vec operator*(const Vec& v) const { return x * v.x + y * v.y + z * v.z; }
  Turn operator*(const Turn& o) const { return {*this * o.x, *this * o.y, *this * o.z}; }
  // The same direction as this frame sees it.
  [[nodiscard]] Vec seen(const Vec& v) const { return {dot(x, v), dot(y, v), dot(z, v)}; }
};
// Bending forward, turning to the left, bending to the left; degrees.
inline Turn bend(double degrees) {
  const double c = std::cos(degrees * kDegree), s = std::sin(degrees * kDegree);
  return {{1, 0, 0}, {0, c, s}, {0, -s, c}};
}
inline Turn turn(double degrees) {
  const double c = std::cos(degrees * kDegree), s = std::sin(degrees * kDegree);
  return {{c, 0, -s}, {0, 1, 0}, {s, 0, c}};
}
inline Turn lean(double degrees) {
  const double c = std::cos(degrees * kDegree), s = std::sin(degrees * kDegree);
  return {{c, -s, 0}, {s, c, 0}, {0, 0, 1}};
}
// The frame with y along `along` and z as near to `front` as can be.
inline Turn along(const Vec& along_y, const Vec& front) {
  const Vec y = unit(along_y);
  const Vec x = unit(cross(y, front));
  return {x, y, cross(x, y)};
}

struct Place {
  Vec at;
  Turn turn;
  Vec operator*(const Vec& local) const { return at + turn * local; }
};

}  // namespace limber::figure

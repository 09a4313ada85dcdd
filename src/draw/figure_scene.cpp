#include "draw/figure_scene.h"

#include <algorithm>

namespace limber::figure {
namespace {

constexpr double kScale = 200;
constexpr double kPi = 3.141592653589793;

double area(const std::vector<Flat>& p) {
  double sum = 0;
  for (std::size_t i = 0; i < p.size(); ++i) {
    const Flat &a = p[i], &b = p[(i + 1) % p.size()];
    sum += a.x * b.y - b.x * a.y;
  }
  return sum;
}

}  // namespace

const std::array<std::string_view, static_cast<std::size_t>(Role::count)> kRoles = {
    "ground",   "shadow", "kit",      "kit-far", "kit-near",  "wall",     "ghost",        "skin",
    "skin-far", "hair",   "hair-far", "shirt",   "shirt-far", "trousers", "trousers-far", "shoe",
    "shoe-far", "sole",   "line",     "blush",   "spot",      "arrow"};

Eye::Eye(const MotionView& view, bool mirrored) {
  const double c = std::cos(view.yaw * kDegree), s = std::sin(view.yaw * kDegree);
  const double cp = std::cos(view.pitch * kDegree), sp = std::sin(view.pitch * kDegree);
  right_ = {c, 0, s};
  const Vec level{-s, 0, c};
  up_ = Vec{0, cp, 0} - level * sp;
  near_ = level * cp + Vec{0, sp, 0};
  flip_ = mirrored ? -1 : 1;
  middle_ = kScale * 0.01 * (view.frame[0] + view.frame[2]);
}
Flat Eye::seen(const Vec& d) const {
  return {flip_ * kScale * dot(d, right_), -kScale * dot(d, up_)};
}
Flat Eye::see(const Vec& p) const {
  Flat f = seen(p);
  if (flip_ < 0) f.x += middle_;
  return f;
}
double Eye::depth(const Vec& d) const {
  return dot(d, near_);
}

void Pen::open(Role role, bool edge, double stroke, double opacity) {
  if (merging_) {
    // Lines have no surface of their own to add.
    skip_ = stroke > 0;
    return;
  }
  skip_ = only_moving_ && !moving_;
  if (skip_) return;
  out_.paths.push_back({role, moving_, stroke, edge, opacity, "", out_.numbers.size()});
}
void Pen::path(Role role, bool edge, double opacity) {
  open(role, edge, 0, opacity);
}
void Pen::line(Role role, double width, double opacity) {
  open(role, false, width, opacity);
}
void Pen::merge(Role role, double opacity) {
  merging_ = false;
  open(role, false, 0, opacity);
  merging_ = true;
}
void Pen::part() {
  merging_ = false;
}

void Pen::move(Flat p) {
  letter('M'), number(p.x), number(p.y);
}
void Pen::to(Flat p) {
  letter('L'), number(p.x), number(p.y);
}
void Pen::cubic(Flat a, Flat b, Flat p) {
  letter('C');
  number(a.x), number(a.y), number(b.x), number(b.y), number(p.x), number(p.y);
}
void Pen::arc(Flat m, Flat u, Flat v, double from, double span, int pieces) {
  const double step = span / pieces, k = 4.0 / 3 * std::tan(step / 4);
  double t = from;
  for (int i = 0; i < pieces; ++i, t += step) {
    const double c0 = std::cos(t), s0 = std::sin(t);
    const double c1 = std::cos(t + step), s1 = std::sin(t + step);
    const auto at = [&](double c, double s) {
      return Flat{m.x + u.x * c + v.x * s, m.y + u.y * c + v.y * s};
    };
    cubic(at(c0 - k * s0, s0 + k * c0), at(c1 + k * s1, s1 - k * c1), at(c1, s1));
  }
}

void Pen::taper_flat(Flat a, double ra, Flat b, double rb) {
  ra *= kScale, rb *= kScale;
  const double dx = b.x - a.x, dy = b.y - a.y, d = std::hypot(dx, dy);
  const double axis = d > 1e-9 ? std::atan2(dy, dx) : 0;
  const double beta = std::acos(std::clamp((ra - rb) / std::max(d, 1e-9), -1.0, 1.0));
  const auto at = [&](Flat m, double r, double t) {
    return Flat{m.x + r * std::cos(t), m.y + r * std::sin(t)};
  };
  move(at(a, ra, axis + beta));
  arc(a, {ra, 0}, {0, ra}, axis + beta, 2 * kPi - 2 * beta, 3);
  to(at(b, rb, axis - beta));
  arc(b, {rb, 0}, {0, rb}, axis - beta, 2 * beta, 3);
  letter('Z');
}
void Pen::taper(const Vec& a, double ra, const Vec& b, double rb) {
  taper_flat(eye_.see(a), ra, eye_.see(b), rb);
}
void Pen::ball(const Vec& at, double r) {
  const Flat m = eye_.see(at);
  move({m.x + r * kScale, m.y});
  arc(m, {r * kScale, 0}, {0, r * kScale}, 0, 2 * kPi, 4);
  letter('Z');
}
void Pen::disc(const Vec& at, const Vec& u, const Vec& v) {
  const Flat m = eye_.see(at), a = eye_.seen(u);
  Flat b = eye_.seen(v);
  if (a.x * b.y - a.y * b.x < 0) b = {-b.x, -b.y};
  move({m.x + a.x, m.y + a.y});
  arc(m, a, b, 0, 2 * kPi, 4);
  letter('Z');
}
void Pen::egg(const Vec& at, const Turn& turn, const Vec& half) {
  // The outline in the picture is the ellipse with this matrix (sum of the axes' squares).
  const Flat x = eye_.seen(turn.x * half.x), y = eye_.seen(turn.y * half.y),
             z = eye_.seen(turn.z * half.z);
  const double xx = x.x * x.x + y.x * y.x + z.x * z.x, yy = x.y * x.y + y.y * y.y + z.y * z.y;
  const double xy = x.x * x.y + y.x * y.y + z.x * z.y;
  // Its root by Cholesky: any two conjugate half axes will do.
  const double a = std::sqrt(xx), b = xy / std::max(a, 1e-9);
  const double c = std::sqrt(std::max(0.0, yy - b * b));
  const Flat m = eye_.see(at);
  move({m.x + a, m.y + b});
  arc(m, {a, b}, {0, c}, 0, 2 * kPi, 4);
  letter('Z');
}

void Pen::blob(const std::vector<Flat>& given) {
  std::vector<Flat> p = given;
  if (area(p) < 0) std::reverse(p.begin() + 1, p.end());
  const std::size_t n = p.size();
  move(p[0]);
  for (std::size_t i = 0; i < n; ++i) {
    const Flat &o = p[(i + n - 1) % n], &a = p[i], &b = p[(i + 1) % n], &c = p[(i + 2) % n];
    cubic({a.x + (b.x - o.x) / 6, a.y + (b.y - o.y) / 6},
          {b.x - (c.x - a.x) / 6, b.y - (c.y - a.y) / 6}, b);
  }
  letter('Z');
}
void Pen::polygon(const std::vector<Flat>& given) {
  std::vector<Flat> p = given;
  if (area(p) < 0) std::reverse(p.begin() + 1, p.end());
  move(p[0]);
  for (std::size_t i = 1; i < p.size(); ++i) to(p[i]);
  letter('Z');
}
void Pen::curve(const std::vector<Flat>& p) {
  move(p[0]);
  for (std::size_t i = 0; i + 1 < p.size(); ++i) {
    const Flat &o = p[i > 0 ? i - 1 : 0], &a = p[i], &b = p[i + 1];
    const Flat& c = p[std::min(i + 2, p.size() - 1)];
    cubic({a.x + (b.x - o.x) / 6, a.y + (b.y - o.y) / 6},
          {b.x - (c.x - a.x) / 6, b.y - (c.y - a.y) / 6}, b);
  }
}

}  // namespace limber::figure

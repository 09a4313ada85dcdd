// The head: a skull, a jaw, an ear, a quiet face, and short hair that is right from every side.
//
// Hair is the part of an ellipsoid behind a slanted plane. Seen from any direction its visible
// part is bounded in closed form: on each line across the picture the ellipsoid's half circle is
// cut where its height over the plane's normal falls below the hairline.
#include <algorithm>

#include "draw/figure_parts.h"

namespace limber::figure {
namespace {

constexpr double kHalfPi = 1.5707963267948966;

void draw_hair(Pen& pen, const Place& head, Vec middle, const Vec& half, Vec normal, double cut) {
  // v: where the viewer is, in the ellipsoid's own unit ball.
  const Turn& turn = head.turn;
  const Eye& eye = pen.eye();
  const Vec v =
      unit({eye.depth(turn.x) / half.x, eye.depth(turn.y) / half.y, eye.depth(turn.z) / half.z});
  normal = unit(normal);
  const double b = dot(normal, v);
  const Vec level = normal - v * b;
  const Vec e1 = length(level) > 1e-6 ? unit(level) : unit(cross(v, Vec{0.3, 0.9, 0.1}));
  const Vec e2 = cross(v, e1);
  const double a = dot(normal, e1);
  const double lean = std::atan2(a, b);
  std::vector<Flat> low, high;
  constexpr int kLines = 10;
  for (int i = 0; i <= kLines; ++i) {
    const double y = std::sin((2.0 * i / kLines - 1) * kHalfPi);
    const double r = std::sqrt(std::max(0.0, 1 - y * y));
    const double open = r > std::abs(cut) ? std::acos(cut / r) : cut < 0 ? 3.2 : 0;
    const double from = std::clamp(lean - open, -kHalfPi, kHalfPi);
    const double to = std::clamp(lean + open, -kHalfPi, kHalfPi);
    const auto at = [&](double angle) {
      const Vec p = e1 * (r * std::sin(angle)) + e2 * y + v * (r * std::cos(angle));
      return pen.see(head * (middle + Vec{p.x * half.x, p.y * half.y, p.z * half.z}));
    };
    low.push_back(at(from));
    high.push_back(at(to));
  }
  std::vector<Flat> outline(low.begin(), low.end());
  outline.insert(outline.end(), high.rbegin(), high.rend());
  pen.blob(outline);
}

// A mark on the face that shrinks away as its place turns from the viewer.
double faces(const Pen& pen, const Turn& turn, const Vec& normal) {
  return std::clamp(pen.eye().depth(turn * unit(normal)) * 2.2 - 0.05, 0.0, 1.0);
}

void draw_face(Pen& pen, const Place& head, Face face) {
  const Turn& turn = head.turn;
  for (const double s : {1.0, -1.0}) {
    const double shown = faces(pen, turn, {s * 0.62, 0, 1});
    // Eyes look level; strained ones are pressed shut.
    pen.path(Role::line);
    const Vec eye{s * 0.031, 0.036, 0.087};
    const double tall = face == Face::calm ? 0.0076 : 0.0028;
    pen.disc(head * eye, turn * Vec{0.0054 * shown, 0, -s * 0.003 * shown},
             turn * Vec{0, tall * shown, 0});
    pen.line(Role::hair_far, 1.5);
    const double knit = face == Face::calm ? 0 : 0.006;
    const auto brow = [&](double x, double y) {
      const Vec in{s * 0.031, 0.054, 0.088};
      return pen.see(head * (in + Vec{s * x, y, -std::abs(x + 0.004) * 0.35} * shown));
    };
    pen.curve({brow(-0.012, 0.0005 - knit), brow(0.001, 0.003), brow(0.014, -0.001)});
    // A little warmth in the cheeks.
    pen.path(Role::blush, false, face == Face::puffed ? 0.6 : 0.3);
    pen.disc(head * Vec{s * 0.040, 0.004, 0.074}, turn * Vec{0.012 * shown, 0, -s * 0.006 * shown},
             turn * Vec{0, 0.008 * shown, 0});
  }
  const double front = faces(pen, turn, {0, 0, 1});
  pen.line(Role::line, 1.5);
  const double smile = face == Face::calm ? 0.0045 : face == Face::puffed ? 0 : -0.0045;
  const double half = face == Face::puffed ? 0.007 : 0.017;
  const auto mouth = [&](double x, double y) {
    return pen.see(head * (Vec{0, -0.026, 0.0935} +
                           Vec{x, y, -std::abs(x) * std::abs(x) * 22} * std::max(front, 0.02)));
  };
  pen.curve({mouth(-half, smile), mouth(-half * 0.45, -smile * 0.3),
             mouth(half * 0.45, -smile * 0.3), mouth(half, smile)});
  // From the front the nose is only its shadow.
  pen.line(Role::skin_far, 1.6);
  const Vec across = turn.x * (pen.eye().depth(turn.x) > 0 ? -1.0 : 1.0);
  const auto nose = [&](double x, double y, double z) {
    return pen.see(head * Vec{0, y, z} + across * (x * front));
  };
  pen.curve({nose(0.003, 0.030, 0.100), nose(0.007, 0.012, 0.106), nose(0.001, 0.007, 0.108)});
}

}  // namespace

void draw_head(Pen& pen, const Body& body, Face face) {
  const Place head{body.spine[10], body.head};
  const Turn& turn = head.turn;
  const auto ear = [&](double s) {
    pen.path(s * pen.eye().depth(turn.x) > 0 ? Role::skin : Role::skin_far, true);
    pen.disc(head * Vec{s * 0.0745, 0.022, 0.002}, turn * Vec{s * 0.006, 0, 0.0135},
             turn * Vec{s * 0.003, 0.024, -0.004});
  };
  // The ear on the far side is behind the head.
  const double nearer = pen.eye().depth(turn.x) > 0 ? 1 : -1;
  const auto sideburn = [&](double s) {
    pen.taper(head * Vec{s * 0.070, 0.078, 0.038}, 0.014, head * Vec{s * 0.0735, 0.026, 0.022},
              0.0065);
  };
  ear(-nearer);
  pen.path(Role::hair);
  sideburn(-nearer);
  pen.path(Role::skin, true);
  pen.egg(head * Vec{0, 0.052, 0.006}, turn, {0.073, 0.100, 0.092});
  const double puff = face == Face::puffed ? 0.008 : 0;
  for (const double s : {1.0, -1.0}) {
    pen.taper(head * Vec{s * 0.018, 0.010, 0.042}, 0.056 + puff,
              head * Vec{s * 0.010, -0.058, 0.066}, 0.0265);
    pen.taper(head * Vec{s * 0.038, -0.012, 0.010}, 0.034 + puff,
              head * Vec{s * 0.012, -0.056, 0.060}, 0.0275);
  }
  pen.taper(head * Vec{0, 0.050, 0.088}, 0.012, head * Vec{0, 0.017, 0.108}, 0.0095);
  pen.taper(head * Vec{0, 0.017, 0.108}, 0.0095, head * Vec{0, 0.010, 0.093}, 0.008);
  pen.taper(head * Vec{0, -0.019, 0.090}, 0.0115, head * Vec{0, -0.034, 0.086}, 0.0115);
  draw_face(pen, head, face);
  pen.path(Role::hair);
  draw_hair(pen, head, {0, 0.062, -0.004}, {0.081, 0.108, 0.101}, {0, 0.50, -0.86}, -0.20);
  // Swept to one side, with some volume on top.
  pen.taper(head * Vec{0.036, 0.141, 0.046}, 0.024, head * Vec{-0.046, 0.122, 0.046}, 0.020);
  pen.taper(head * Vec{0.030, 0.131, 0.071}, 0.019, head * Vec{-0.032, 0.122, 0.072}, 0.017);
  sideburn(nearer);
  ear(nearer);
}

}  // namespace limber::figure

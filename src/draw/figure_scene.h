// A picture of the figure as a list of paths, and the pen that draws it.
//
// A path is a row of SVG letters (M L C Z) that never changes during a motion, and its numbers,
// which do: a page makes the paths once and then only patches their numbers. Every closed outline
// runs the same way round, so that outlines in one path melt into one shape.
// Lengths on paper: 200 to the metre, y down.
#pragma once

#include <string>
#include <vector>

#include "draw/figure_space.h"

namespace limber::figure {

// What a path is, for its colour (figure_svg.cpp, and classes fig-<name> for a style sheet).
// *_far is the darker tone: the side away from the viewer, or a shadow on it.
enum class Role : std::uint8_t {
  ground,
  shadow,
  kit,
  kit_far,
  kit_near,
  wall,
  ghost,
  skin,
  skin_far,
  hair,
  hair_far,
  shirt,
  shirt_far,
  trousers,
  trousers_far,
  shoe,
  shoe_far,
  sole,
  line,
  blush,
  spot,
  arrow,
  count
};
extern const std::array<std::string_view, static_cast<std::size_t>(Role::count)> kRoles;

struct Path {
  Role role = Role::skin;
  bool moves = true;  // else its numbers never change
  double stroke = 0;  // width of a line; 0 fills
  bool edge = false;  // filled, with a thin edge in the far tone
  double opacity = 1;
  std::string letters;
  std::size_t first = 0;  // of its numbers
};
struct Picture {
  std::vector<Path> paths;
  std::vector<float> numbers;
};

struct Flat {
  double x = 0, y = 0;
};
// Looks at the room from a direction: 0 the figure's front, 90 its right side; pitch from above.
class Eye {
 public:
  Eye(const MotionView& view, bool mirrored);
  [[nodiscard]] Flat see(const Vec& point) const;
  [[nodiscard]] Flat seen(const Vec& direction) const;     // without the middle of the picture
  [[nodiscard]] double depth(const Vec& direction) const;  // towards the viewer
  [[nodiscard]] bool mirrored() const { return flip_ < 0; }

 private:
  Vec right_, up_, near_;
  double flip_ = 1, middle_ = 0;
};

class Pen {
 public:
  // only_moving: leaves out what never moves (a later frame).
  Pen(const Eye& eye, Picture& out, bool only_moving = false)
      : eye_(eye), out_(out), only_moving_(only_moving) {}
  const Eye& eye() const { return eye_; }

  // Opens a path; what is drawn next belongs to it. While merging, all goes into one path.
  void path(Role role, bool edge = false, double opacity = 1);
  void line(Role role, double width, double opacity = 1);
  void moving(bool yes) { moving_ = yes; }
  void merge(Role role, double opacity);
  void part();

  // The hull of two balls: a tapered limb.
  void taper(const Vec& a, double ra, const Vec& b, double rb);
  void taper_flat(Flat a, double ra, Flat b, double rb);
  void ball(const Vec& at, double r);
  // An ellipse in the room, given by two half axes.
  void disc(const Vec& at, const Vec& u, const Vec& v);
  // The outline of an ellipsoid with half axes along the turn's directions.
  void egg(const Vec& at, const Turn& turn, const Vec& half);
  void blob(const std::vector<Flat>& points);     // closed and smooth
  void polygon(const std::vector<Flat>& points);  // closed, with corners
  void curve(const std::vector<Flat>& points);    // open and smooth
  // The same picture, for things given in the room.
  [[nodiscard]] Flat see(const Vec& p) const { return eye_.see(p); }

 private:
  void open(Role role, bool edge, double stroke, double opacity);
  void letter(char c) {
    if (!skip_) out_.paths.back().letters += c;
  }
  void number(double v) {
    if (!skip_) out_.numbers.push_back(static_cast<float>(v));
  }
  void move(Flat p);
  void to(Flat p);
  void cubic(Flat a, Flat b, Flat p);
  void arc(Flat centre, Flat u, Flat v, double from, double span, int pieces);

  const Eye& eye_;
  Picture& out_;
  bool only_moving_, moving_ = true, skip_ = false, merging_ = false;
};

}  // namespace limber::figure

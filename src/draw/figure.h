// The figure that shows each technique: an articulated person drawn as flat shapes, still or
// moving.
//
// A motion (knowledge/poses.toml) and a moment give a pose; the pose gives a body with bones of
// constant length; the body gives a picture. For moving pictures take `draw` once for the paths and
// `draw_moving` for the numbers of every later moment: same paths, same order.
#pragma once

#include "base/json.h"
#include "draw/figure_body.h"
#include "draw/figure_motion.h"
#include "draw/figure_scene.h"

namespace limber::figure {

struct Look {
  bool mirrored = false;  // the other side
  bool ghost = true;      // the end pose behind
  bool arrows = true;
  bool spots = true;
};

[[nodiscard]] Picture draw(const Motion& motion, const Pose& pose, const Look& look);
// Only the numbers of the paths that move, in the order of their paths in `draw`.
[[nodiscard]] std::vector<float> draw_moving(const Motion& motion, const Pose& pose,
                                             const Look& look);

// Colours: skin 0..5 from light to dark, clothes 0..3.
struct Palette {
  int skin = 2, clothes = 0;
};
inline constexpr int kSkins = 6, kClothes = 4;
// "#rrggbb" of a role.
[[nodiscard]] std::string colour(Role role, const Palette& palette);

struct Box {
  double x = 0, y = 0, width = 0, height = 0;
};
[[nodiscard]] Box box_of(const Motion& motion);
// A path for a page that makes its own elements: role, colour, edge?, stroke?, opacity?, and d
// where it never moves or letters where it does.
[[nodiscard]] Json path_json(const Picture& picture, const Path& path, const Palette& palette);
[[nodiscard]] std::string xml_text(std::string_view text);
// The paths as SVG elements, without the svg element around them.
[[nodiscard]] std::string svg_paths(const Picture& picture, const Palette& palette);
// A whole document; `title` and `text` describe it to a screen reader.
[[nodiscard]] std::string svg(const Motion& motion, const Picture& picture, const Palette& palette,
                              std::string_view title, std::string_view text);

}  // namespace limber::figure

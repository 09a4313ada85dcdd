// The figure that shows each technique: stills as SVG, and what a page needs to move it.
#include <algorithm>
#include <cmath>

#include "app/core.h"
#include "base/text.h"
#include "draw/figure.h"

namespace limber {
namespace {

namespace fig = limber::figure;

struct Wanted {
  const Motion* motion = nullptr;
  const Technique* technique = nullptr;
  fig::Moment moment;
  double range = 1;
  fig::Look look;
  fig::Palette palette;
  std::string text;  // for a screen reader
};

// What is seen, and what to do now or what not to do.
std::string described(const Catalogue& texts, const Wanted& wanted) {
  const std::string key = "technique." + wanted.technique->id + ".";
  const std::string seen = texts.text("figure_of." + wanted.technique->id);
  if (wanted.motion->error > 0) {
    const std::string error = texts.text(key + "error." + std::to_string(wanted.motion->error));
    return seen + " " + texts.text("figure_of.dont", {{"error", error}});
  }
  const std::string step(fig::kSteps[static_cast<std::size_t>(wanted.moment.step)]);
  return seen + " " + texts.text_or_empty(key + step);
}

Result<Wanted> read_wanted(Core& core, Reader& in) {
  Wanted wanted;
  const std::string id = in.text("technique");
  const auto error = static_cast<int>(in.integer_or("error", 0, 10, 0));
  const std::string step = in.text_or("step", "set_up");
  const std::string side = in.text_or("side", "");
  wanted.moment.part = in.number_or("part", 0, 1, 0);
  wanted.range = in.number_or("range", 0, 1, 1);
  wanted.palette.skin = static_cast<int>(in.integer_or("skin", 0, fig::kSkins - 1, 2));
  wanted.palette.clothes = static_cast<int>(in.integer_or("clothes", 0, fig::kClothes - 1, 0));
  wanted.look.ghost = in.flag_or("ghost", true);
  wanted.look.arrows = in.flag_or("arrows", true);
  wanted.look.spots = in.flag_or("spots", true);
  const Catalogue& texts = core.texts(in.text_or("lang", "en"));
  in.refuse_unknown({"technique", "error", "step", "side", "part", "range", "skin", "clothes",
                     "ghost", "arrows", "spots", "lang"});
  if (in.error()) return std::unexpected(*in.error());
  wanted.motion = core.knowledge().poses.motion(id, error);
  if (wanted.motion == nullptr) {
    std::vector<std::string> all;
    for (const Motion& each : core.knowledge().poses.motions) all.push_back(each.technique);
    const auto near = nearest(id, all);
    return fail(ErrorKind::not_found,
                "there is no figure of \"" + id + "\"" +
                    (error > 0 ? " with error " + std::to_string(error) : ""),
                "/technique", near && *near != id ? "did you mean \"" + *near + "\"?" : "");
  }
  const auto found = std::find(fig::kSteps.begin(), fig::kSteps.end(), step);
  if (found == fig::kSteps.end()) {
    return fail(ErrorKind::input, "there is no step \"" + step + "\"", "/step",
                "give set_up, out, hold or back");
  }
  if (!side.empty() && side != "left" && side != "right") {
    return fail(ErrorKind::input, "a side is left or right", "/side");
  }
  wanted.moment.step = static_cast<fig::Step>(found - fig::kSteps.begin());
  wanted.look.mirrored = !side.empty() && side != (wanted.motion->to_right ? "right" : "left");
  const int technique = core.knowledge().technique(id);
  wanted.technique = &core.knowledge().techniques[static_cast<std::size_t>(technique)];
  wanted.text = described(texts, wanted);
  return wanted;
}

Json view_of(const Motion& motion) {
  const fig::Box box = fig::box_of(motion);
  return {box.x, box.y, box.width, box.height};
}

Result<Json> still(Core& core, Reader& in) {
  const auto wanted = read_wanted(core, in);
  if (!wanted) return std::unexpected(wanted.error());
  const Catalogue& texts = core.texts(in.text_or("lang", "en"));
  const auto picture = fig::draw(
      *wanted->motion, fig::pose_at(*wanted->motion, wanted->moment, wanted->range), wanted->look);
  const std::string name = texts.text("technique." + wanted->technique->id + ".name");
  return Json{{"svg", fig::svg(*wanted->motion, picture, wanted->palette, name, wanted->text)},
              {"text", wanted->text},
              {"view", view_of(*wanted->motion)}};
}

Result<Json> track(Core& core, Reader& in) {
  const auto wanted = read_wanted(core, in);
  if (!wanted) return std::unexpected(wanted.error());
  const Motion& motion = *wanted->motion;
  const Technique& t = *wanted->technique;
  const auto picture =
      fig::draw(motion, fig::pose_at(motion, wanted->moment, wanted->range), wanted->look);
  const fig::Tempo tempo = fig::tempo_of(motion, t.out_s, t.hold_s.start, t.back_s);
  Json paths = Json::array();
  for (const fig::Path& path : picture.paths)
    paths.push_back(fig::path_json(picture, path, wanted->palette));
  return Json{{"text", wanted->text},
              {"view", view_of(motion)},
              {"tempo",
               {{"out_s", tempo.out_s},
                {"hold_s", tempo.hold_s},
                {"back_s", tempo.back_s},
                {"rest_s", tempo.rest_s}}},
              {"mirrored", wanted->look.mirrored},
              {"to_right", motion.to_right},
              {"paths", std::move(paths)}};
}

// Tenths, as whole numbers: a twentieth of a millimetre in the figure's room.
Result<Json> frame(Core& core, Reader& in) {
  const auto wanted = read_wanted(core, in);
  if (!wanted) return std::unexpected(wanted.error());
  Json numbers = Json::array();
  for (const float value : fig::draw_moving(
           *wanted->motion, fig::pose_at(*wanted->motion, wanted->moment, wanted->range),
           wanted->look)) {
    numbers.push_back(std::lround(value * 10));
  }
  return Json{{"tenths", std::move(numbers)}};
}

constexpr UseCase kFigureUseCases[] = {
    {"figure", still}, {"figure.track", track}, {"figure.frame", frame}};

}  // namespace

std::span<const UseCase> figure_use_cases() {
  return kFigureUseCases;
}

}  // namespace limber

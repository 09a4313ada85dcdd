// Pictures as SVG. Colours are presentation attributes, so a style sheet (.fig-shirt ...) may
// change them, and a still stands on its own.
#include <array>
#include <cmath>

#include "base/text.h"
#include "draw/figure.h"

namespace limber::figure {
namespace {

struct Tone {
  std::string_view near, far;
};
// From very light to very dark; the far tone is the same skin in shade.
constexpr std::array<Tone, kSkins> kSkin = {{{"#f6d7c3", "#e8bda3"},
                                             {"#eebd9b", "#d99f7a"},
                                             {"#d99b73", "#c08059"},
                                             {"#b57a50", "#99633d"},
                                             {"#8a5a3b", "#70472d"},
                                             {"#5f3d2b", "#4b2f21"}}};
constexpr std::array<Tone, kSkins> kHair = {{{"#7a5236", "#5f3f29"},
                                             {"#5b3d2b", "#452d1f"},
                                             {"#3d2b24", "#2c1e19"},
                                             {"#2d2220", "#1f1716"},
                                             {"#241c1c", "#171212"},
                                             {"#1d1819", "#0f0c0d"}}};
struct Clothes {
  Tone shirt, trousers, shoe;
};
constexpr std::array<Clothes, kClothes> kWear = {
    {{{"#4f9d94", "#3c827b"}, {"#33475b", "#27384a"}, {"#f2efe9", "#d8d3c9"}},
     {{"#e08a63", "#c7714b"}, {"#4a4e69", "#3a3d55"}, {"#f2efe9", "#d8d3c9"}},
     {{"#7b86c6", "#626dae"}, {"#3b3f4c", "#2d303b"}, {"#f2efe9", "#d8d3c9"}},
     {{"#d9a441", "#bd8a2b"}, {"#37544b", "#2a4139"}, {"#f2efe9", "#d8d3c9"}}}};

std::string number(float value) {
  // Never "-0": the last bit of a machine's sine must not show.
  const float tenths = std::round(value * 10);
  return fixed_text(tenths == 0 ? 0 : static_cast<double>(tenths) / 10, 1);
}

// The tone of a thin edge: the darker one of the same thing.
Role edge_of(Role role) {
  const bool has_far = role == Role::skin || role == Role::shirt || role == Role::trousers;
  return has_far                  ? static_cast<Role>(static_cast<int>(role) + 1)
         : role == Role::kit_near ? Role::kit
                                  : role;
}

std::string data_of(const Picture& picture, const Path& path) {
  std::string d;
  std::size_t at = path.first;
  for (const char c : path.letters) {
    d += c;
    const int count = c == 'C' ? 6 : c == 'Z' ? 0 : 2;
    for (int i = 0; i < count; ++i) d += (i > 0 ? " " : "") + number(picture.numbers[at++]);
  }
  return d;
}

}  // namespace

std::string xml_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
  }
  return out;
}

Json path_json(const Picture& picture, const Path& path, const Palette& palette) {
  Json out = {{"role", kRoles[static_cast<std::size_t>(path.role)]},
              {"colour", colour(path.role, palette)}};
  if (path.edge) out["edge"] = colour(edge_of(path.role), palette);
  if (path.stroke > 0) out["stroke"] = path.stroke;
  if (path.opacity < 1) out["opacity"] = path.opacity;
  if (path.moves) {
    out["letters"] = path.letters;
  } else {
    out["d"] = data_of(picture, path);
  }
  return out;
}

std::string colour(Role role, const Palette& palette) {
  const auto skin = static_cast<std::size_t>(palette.skin);
  const Clothes& wear = kWear[static_cast<std::size_t>(palette.clothes)];
  std::string_view found;
  switch (role) {
    case Role::ground:
      found = "#dfe7e4";
      break;
    case Role::shadow:
      found = "#1d2b33";
      break;
    case Role::kit:
      found = "#b9a48c";
      break;
    case Role::kit_far:
      found = "#9c876f";
      break;
    case Role::kit_near:
      found = "#cdbba5";
      break;
    case Role::wall:
      found = "#e6ebec";
      break;
    case Role::ghost:
      found = "#3c827b";
      break;
    case Role::skin:
      found = kSkin[skin].near;
      break;
    case Role::skin_far:
      found = kSkin[skin].far;
      break;
    case Role::hair:
      found = kHair[skin].near;
      break;
    case Role::hair_far:
      found = kHair[skin].far;
      break;
    case Role::shirt:
      found = wear.shirt.near;
      break;
    case Role::shirt_far:
      found = wear.shirt.far;
      break;
    case Role::trousers:
      found = wear.trousers.near;
      break;
    case Role::trousers_far:
      found = wear.trousers.far;
      break;
    case Role::shoe:
      found = wear.shoe.near;
      break;
    case Role::shoe_far:
      found = wear.shoe.far;
      break;
    case Role::sole:
      found = "#ffffff";
      break;
    case Role::line:
      found = "#2b2220";
      break;
    case Role::blush:
      found = "#d9624f";
      break;
    case Role::spot:
      found = "#f2b33d";
      break;
    default:
      found = "#e2725b";
      break;
  }
  return std::string(found);
}

std::string svg_paths(const Picture& picture, const Palette& palette) {
  std::string out;
  for (const Path& path : picture.paths) {
    const std::string ink = colour(path.role, palette);
    out += "<path class=\"fig-" + std::string(kRoles[static_cast<std::size_t>(path.role)]) + "\"";
    if (path.stroke > 0) {
      out += " fill=\"none\" stroke=\"" + ink + "\" stroke-width=\"" + fixed_text(path.stroke, 1) +
             "\" stroke-linecap=\"round\" stroke-linejoin=\"round\"";
    } else {
      out += " fill=\"" + ink + "\"";
    }
    if (path.edge) {
      out += " stroke=\"" + colour(edge_of(path.role), palette) +
             "\" stroke-width=\"1.6\" paint-order=\"stroke\"";
    }
    if (path.opacity < 1) out += " opacity=\"" + fixed_text(path.opacity, 2) + "\"";
    out += " d=\"" + data_of(picture, path) + "\"/>\n";
  }
  return out;
}

std::string svg(const Motion& motion, const Picture& picture, const Palette& palette,
                std::string_view title, std::string_view text) {
  const Box box = box_of(motion);
  const auto n = [](double v) { return fixed_text(v, 1); };
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"" + n(box.x) + " " +
         n(box.y) + " " + n(box.width) + " " + n(box.height) + "\">\n<title>" + xml_text(title) +
         "</title>\n<desc>" + xml_text(text) + "</desc>\n" + svg_paths(picture, palette) +
         "</svg>\n";
}

}  // namespace limber::figure

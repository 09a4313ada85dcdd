#include "draw/figure_sheet.h"

#include <algorithm>

#include "base/text.h"

namespace limber::figure {
namespace {

constexpr double kCell = 260, kTall = 330, kHead = 34, kMargin = 24;

std::string text_at(double x, double y, std::string_view said, int size, const char* ink,
                    const char* anchor = "start") {
  return "<text x=\"" + fixed_text(x, 0) + "\" y=\"" + fixed_text(y, 0) + "\" font-size=\"" +
         std::to_string(size) + "\" fill=\"" + ink + "\" text-anchor=\"" + anchor + "\">" +
         xml_text(said) + "</text>\n";
}

std::string cell(const Motion& motion, const Moment& moment, const Look& look,
                 const Palette& palette, double x, double y) {
  const Picture picture = draw(motion, pose_at(motion, moment), look);
  const Box b = box_of(motion);
  const auto n = [](double v) { return fixed_text(v, 1); };
  return "<svg x=\"" + n(x) + "\" y=\"" + n(y) + "\" width=\"" + n(kCell) + "\" height=\"" +
         n(kTall) + "\" viewBox=\"" + n(b.x) + " " + n(b.y) + " " + n(b.width) + " " + n(b.height) +
         "\">\n" + svg_paths(picture, palette) + "</svg>\n";
}

}  // namespace

std::string sheet(const std::vector<SheetRow>& rows, std::string_view title) {
  std::string body;
  double y = kMargin + 40;
  std::size_t most = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Motion& motion = *rows[i].motion;
    const Palette palette{static_cast<int>(i) % kSkins, static_cast<int>(i) % kClothes};
    body += text_at(kMargin, y + 20, rows[i].name, 19, "#1c2421");
    double x = kMargin;
    const Look plain{false, false, false, true};
    const std::pair<Moment, Look> moments[] = {{{Step::set_up, 0}, {}},
                                               {{Step::out, 0.5}, plain},
                                               {{Step::hold, 0}, plain},
                                               {{Step::back, 0.5}, plain}};
    for (const auto& [moment, look] : moments) {
      body += cell(motion, moment, look, palette, x, y + kHead);
      x += kCell;
    }
    for (std::size_t e = 0; e < motion.errors.size(); ++e) {
      const std::string at = fixed_text(x + 30, 0) + " " + fixed_text(y + kHead + 26, 0);
      body += cell(motion.errors[e], {Step::hold, 0}, {false, false, false, false}, palette, x,
                   y + kHead);
      body += "<path d=\"M" + at +
              "m-9 -9l18 18m0 -18l-18 18\" stroke=\"#b3261e\" "
              "stroke-width=\"4\" stroke-linecap=\"round\"/>\n";
      body += text_at(x + kCell / 2, y + 18, rows[i].errors[e], 11, "#8c1d18", "middle");
      x += kCell;
    }
    most = std::max(most, 4 + motion.errors.size());
    y += kTall + kHead + kMargin;
  }
  const std::string width = fixed_text(2 * kMargin + kCell * static_cast<double>(most), 0);
  const std::string height = fixed_text(y, 0);
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + height +
         "\" font-family=\"Inter, system-ui, sans-serif\">\n<rect width=\"" + width +
         "\" height=\"" + height + "\" fill=\"#f7f5f0\"/>\n" +
         text_at(kMargin, kMargin + 22, title, 26, "#1c2421") + body + "</svg>\n";
}

}  // namespace limber::figure

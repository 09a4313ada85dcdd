// The contact sheet of the figure; on its own, because a page has no use for it.
#include "app/core.h"
#include "draw/figure_sheet.h"

namespace limber {
namespace {

namespace fig = limber::figure;

Result<Json> sheet(Core& core, Reader& in) {
  const Catalogue& texts = core.texts(in.text_or("lang", "en"));
  in.refuse_unknown({"lang"});
  if (in.error()) return std::unexpected(*in.error());
  std::vector<fig::SheetRow> rows;
  for (const Motion& motion : core.knowledge().poses.motions) {
    fig::SheetRow row{&motion, texts.text("technique." + motion.technique + ".name"), {}};
    for (const Motion& error : motion.errors) {
      row.errors.push_back(
          texts.text("technique." + motion.technique + ".error." + std::to_string(error.error)));
    }
    rows.push_back(std::move(row));
  }
  return Json{{"svg", fig::sheet(rows, texts.text("figure_of.sheet"))}};
}

constexpr UseCase kFigureSheetUseCases[] = {{"figure.sheet", sheet}};

}  // namespace

std::span<const UseCase> figure_sheet_use_cases() {
  return kFigureSheetUseCases;
}

}  // namespace limber

#include "app/sheet.h"

namespace limber {
namespace {

// Empty if the clearance may be used on this day, else the end of the text clearance.note.<why>.
std::string why_not(const Clearance& clearance, std::optional<Day> today) {
  const auto given = parse_day(clearance.date);
  if (!today) return "no_today";
  if (*given > *today) return "future";
  if (*today - *given > kClearanceDays) return "old";
  return "";
}

Result<Clearance> read_clearance(const Core& core, Reader& in) {
  Reader table(in.object("clearance"), in.path_of("clearance"));
  Clearance clearance{table.text("who"), table.text("date"), table.texts_or_none("rules")};
  if (!table.error() && !parse_day(clearance.date)) {
    table.note({ErrorKind::input, "this is not a day", table.path_of("date"), "write 2026-11-21"});
  }
  for (const std::string& rule : clearance.rules) {
    if (core.knowledge().rule(rule) < 0) {
      table.note(
          {ErrorKind::input, "there is no rule \"" + rule + "\"", table.path_of("rules"), ""});
    }
  }
  table.refuse_unknown({"who", "date", "rules"});
  if (table.error()) return std::unexpected(*table.error());
  return clearance;
}

}  // namespace

Result<std::optional<Day>> read_today(Core& core, Reader& in) {
  if (in.has("today")) {
    const auto day = parse_day(in.text("today"));
    if (in.error()) return std::unexpected(*in.error());
    if (!day)
      return fail(ErrorKind::input, "this is not a day", in.path_of("today"), "write 2026-11-21");
    return day;
  }
  if (core.ports.clock == nullptr) return std::nullopt;
  const std::int64_t now = core.ports.clock->now_ms();
  return local_day(now, core.ports.clock->offset_min(now));
}

Result<SheetInput> read_sheet(Core& core, Reader& in, Denied denied) {
  const Knowledge& knowledge = core.knowledge();
  SheetInput out;
  const std::string unanswered = in.text_or("unanswered", "not_asked");
  if (unanswered != "not_asked" && unanswered != "reassuring") {
    in.note({ErrorKind::input, "\"" + unanswered + "\" is not possible here",
             in.path_of("unanswered"), "give \"not_asked\" or \"reassuring\""});
  }
  if (in.error()) return std::unexpected(*in.error());
  out.sheet = unanswered == "reassuring" ? reassuring_sheet(knowledge) : blank_sheet(knowledge);
  if (in.has("answers")) {
    const auto answers = read_answers(knowledge, in.any("answers"), in.path_of("answers"));
    if (!answers) return std::unexpected(answers.error());
    for (const auto& [fact, answer] : *answers) out.sheet[static_cast<std::size_t>(fact)] = answer;
    answer_summaries(knowledge, *answers, out.sheet, denied);
  }
  if (!in.has("clearance")) return out;
  const auto clearance = read_clearance(core, in);
  if (!clearance) return std::unexpected(clearance.error());
  const auto today = read_today(core, in);
  if (!today) return std::unexpected(today.error());
  out.clearance = *clearance;
  out.clearance_note = why_not(*clearance, *today);
  if (out.clearance_note.empty()) out.cleared = covered_rules(knowledge, *clearance);
  return out;
}

}  // namespace limber

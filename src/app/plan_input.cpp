#include "app/plan_input.h"

#include <algorithm>

#include "app/recorded.h"

namespace limber {
namespace {

bool is_listed(const std::vector<std::string>& list, const std::string& id) {
  return std::find(list.begin(), list.end(), id) != list.end();
}

// Ids that some technique names as a region it helps, or as kit it needs.
bool any_names(const Knowledge& knowledge, std::vector<std::string> Technique::* list,
               const std::string& id) {
  return std::any_of(knowledge.techniques.begin(), knowledge.techniques.end(),
                     [&](const Technique& technique) { return is_listed(technique.*list, id); });
}

Day read_day(Reader& in, std::string_view key) {
  const auto day = parse_day(in.text(key));
  if (!day) in.note({ErrorKind::input, "this is not a day", in.path_of(key), "write 2026-11-21"});
  return day.value_or(0);
}

TechniqueHistory read_technique_history(Reader& in) {
  TechniqueHistory history{in.text("technique"), {}};
  std::size_t index = 0;
  for (const Json& item : in.array("days")) {
    Reader day(item, in.path_of("days") + "/" + std::to_string(index++));
    history.days.push_back(
        {read_day(day, "day"), day.flag_or("easy", true), day.flag_or("flare", false)});
    if (day.error()) in.note(*day.error());
  }
  return history;
}

// {"neck_locked", "halve", "techniques": [{"technique", "days": [{"day", "easy", "flare"}]}]}
Result<History> read_history(const Json& json, const std::string& path) {
  Reader in(json, path);
  History history;
  history.neck_locked = in.flag_or("neck_locked", false);
  history.halve = in.flag_or("halve", false);
  std::size_t index = 0;
  if (in.has("techniques")) {
    for (const Json& item : in.array("techniques")) {
      Reader technique(item, in.path_of("techniques") + "/" + std::to_string(index++));
      history.techniques.push_back(read_technique_history(technique));
      if (technique.error()) in.note(*technique.error());
    }
  }
  in.refuse_unknown({"neck_locked", "halve", "techniques"});
  if (in.error()) return std::unexpected(*in.error());
  return history;
}

Result<History> history_of(Core& core, Reader& in, const Sheet& sheet) {
  if (in.has("history")) return read_history(in.any("history"), in.path_of("history"));
  if (core.ports.store == nullptr) return History{};
  const auto recorded = read_recorded(core);
  if (!recorded) return std::unexpected(recorded.error());
  Outlook outlook = outlook_of(core, *recorded, sheet);
  if (stops_plan(outlook.escalated)) {
    const Escalated& why = outlook.escalated.front();
    const auto& id = core.knowledge().escalations[static_cast<std::size_t>(why.escalation)].id;
    const Catalogue& texts = core.texts(in.text_or("lang", "en"));
    return fail(ErrorKind::refused, texts.text("escalation." + id + ".title", why.facts), "",
                texts.text("escalation." + id + ".why", why.facts));
  }
  return std::move(outlook.history);
}

}  // namespace

Wishes wishes_of(const Knowledge& knowledge, const Sheet& sheet) {
  Wishes wishes;
  for (std::size_t i = 0; i < knowledge.facts.size(); ++i) {
    const Fact& fact = knowledge.facts[i];
    if (!fact.plan_only) continue;
    const Answer& answer = sheet[i];
    if (answer.state == Answer::State::number && fact.id == "minutes") {
      wishes.minutes = static_cast<int>(answer.number);
    } else if (answer.state == Answer::State::choice && fact.id == "position") {
      wishes.positions = {fact.options[static_cast<std::size_t>(answer.choice)]};
    } else if (answer.state == Answer::State::yes) {
      if (any_names(knowledge, &Technique::regions, fact.id)) wishes.regions.push_back(fact.id);
      if (any_names(knowledge, &Technique::kit, fact.id)) wishes.kit.push_back(fact.id);
    }
  }
  return wishes;
}

Result<PlanInput> read_plan_input(Core& core, Reader& in) {
  auto sheet = read_sheet(core, in);
  if (!sheet) return std::unexpected(sheet.error());
  const auto today = read_today(core, in);
  if (!today) return std::unexpected(today.error());
  PlanInput input{std::move(*sheet), {}, {}, {}};
  input.verdict = judge(core.knowledge(), core.compiled, input.sheet.sheet, input.sheet.cleared);
  input.wishes = wishes_of(core.knowledge(), input.sheet.sheet);
  auto history = history_of(core, in, input.sheet.sheet);
  if (!history) return std::unexpected(history.error());
  input.history = std::move(*history);
  input.history.today = today->value_or(0);
  return input;
}

}  // namespace limber

#include "faces/cli/plan_view.h"

#include <cmath>
#include <utility>

#include "base/text.h"

namespace limber::cli {
namespace {

// The reasons that have words, as one line.
std::string reasons_text(const PlanItem& item, const Catalogue& words) {
  std::vector<std::string> said;
  for (const std::string& reason : item.reasons) {
    const std::string each = words.text_or_empty(reason);
    if (!each.empty()) said.push_back(each);
  }
  return join(said, " ");
}

void add_item(Document& body, const PlanItem& item, int number, const Catalogue& words) {
  const std::string key = "technique." + item.technique;
  body.push_back(heading(words.text("ui.plan.item", {{"number", std::to_string(number)},
                                                     {"name", words.text(key + ".name")},
                                                     {"time", duration_text(item.seconds, words)}}),
                         Ink::strong));
  body.push_back(text(dose_text(item.dose, words)));
  for (const std::string& condition : item.conditions) {
    const std::string change = words.text_or_empty("modify." + condition + "." + item.technique);
    if (!change.empty()) body.push_back(note(change));
  }
  const std::string why = reasons_text(item, words);
  if (!why.empty()) body.push_back(note(why));
}

}  // namespace

std::string duration_text(double seconds, const Catalogue& words) {
  const auto whole = static_cast<long>(std::lround(seconds));
  return words.text("ui.plan.time", {{"minutes", std::to_string(whole / 60)},
                                     {"seconds", std::to_string(whole % 60)}});
}

std::string dose_text(const Dose& dose, const Catalogue& words) {
  std::string text = words.text(dose.sides > 1 ? "ui.plan.reps_each_side" : "ui.plan.reps",
                                {{"reps", std::to_string(dose.reps)}});
  if (dose.hold_s > 0) {
    text += ", " + words.text("ui.plan.hold", {{"seconds", number_text(dose.hold_s)}});
  }
  if (dose.sets > 1)
    text += ", " + words.text("ui.plan.sets", {{"sets", std::to_string(dose.sets)}});
  return text + ".";
}

Document show_plan(const Plan& plan, const Catalogue& words) {
  Document body;
  body.push_back(text(words.text("ui.plan.total", {{"time", duration_text(plan.total_s, words)}})));
  bool warm_up = false;
  for (const PlanItem& item : plan.items) {
    if (!item.warm_up) continue;
    if (!std::exchange(warm_up, true)) body.push_back(heading(words.text("ui.plan.warm_up")));
    body.push_back(bullet(words.text("technique." + item.technique + ".name") + ": " +
                          dose_text(item.dose, words)));
  }
  int number = 0;
  for (const PlanItem& item : plan.items) {
    if (!item.warm_up) add_item(body, item, ++number, words);
  }
  bool left_out = false;
  for (const Excluded& each : plan.excluded) {
    std::vector<std::string> why;
    for (const std::string& condition : each.conditions) {
      const std::string avoid = words.text_or_empty("avoid." + condition);
      if (!avoid.empty()) why.push_back(avoid);
    }
    if (why.empty()) why.push_back(words.text(each.reason));
    if (!std::exchange(left_out, true)) body.push_back(heading(words.text("ui.plan.left_out")));
    body.push_back(bullet(
        words.text("technique." + each.technique + ".name") + ": " + join(why, " "), Ink::faint));
  }
  return body;
}

}  // namespace limber::cli

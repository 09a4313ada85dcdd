// The use-cases that plan: plan, swap.
#include "app/plan_input.h"
#include "app/show.h"
#include "base/object.h"
#include "body/plan_json.h"
#include "plan/plan.h"

namespace limber {
namespace {

Json show_item(const Catalogue& texts, const PlanItem& item) {
  const std::string key = "technique." + item.technique;
  Json why = Json::array(), differently = Json::array();
  for (const std::string& reason : item.reasons) why.push_back(texts.text(reason));
  for (const std::string& condition : item.conditions) {
    const std::string modify = "modify." + condition + "." + item.technique;
    if (texts.has(modify)) differently.push_back(texts.text(modify));
  }
  return object_of({{"technique", item.technique},
                    {"warm_up", item.warm_up},
                    {"name", texts.text(key + ".name")},
                    {"position", texts.text(key + ".position")},
                    {"target", texts.text(key + ".target")},
                    {"why", std::move(why)},
                    {"differently", std::move(differently)},
                    {"seconds", item.seconds}});
}

Json show_excluded(const Catalogue& texts, const Excluded& excluded) {
  Json names = Json::array();
  for (const std::string& condition : excluded.conditions) {
    names.push_back(texts.text("condition." + condition + ".name"));
  }
  return object_of({{"technique", excluded.technique},
                    {"name", texts.text("technique." + excluded.technique + ".name")},
                    {"reason", excluded.reason},
                    {"why", texts.text(excluded.reason)},
                    {"conditions", std::move(names)}});
}

Json show_plan(const Core& core, const Catalogue& texts, const PlanInput& input, const Plan& plan) {
  Json items = Json::array(), excluded = Json::array();
  for (const PlanItem& item : plan.items) items.push_back(show_item(texts, item));
  for (const Excluded& out : plan.excluded) excluded.push_back(show_excluded(texts, out));
  return object_of({{"plan", to_json(plan)},
                    {"items", std::move(items)},
                    {"excluded", std::move(excluded)},
                    {"total_s", plan.total_s},
                    {"verdict", show_verdict(core, texts, input.sheet, input.verdict)}});
}

// A refusal of the planner says which text tells it; its hint is the text KEY.hint.
Error in_words(const Catalogue& texts, Error error) {
  const std::string key = error.message;
  if (!texts.has(key)) return error;
  error.message = texts.text(key);
  error.hint = texts.text_or_empty(key + ".hint");
  return error;
}

Result<Json> plan(Core& core, Reader& in) {
  const auto input = read_plan_input(core, in);
  if (!input) return std::unexpected(input.error());
  const auto made = make_plan(core.knowledge(), input->verdict, input->wishes, input->history);
  const Catalogue& texts = core.texts(in.text_or("lang", "en"));
  if (!made) return std::unexpected(in_words(texts, made.error()));
  Plan stamped = *made;
  stamped.knowledge = core.knowledge_stamp();
  return show_plan(core, texts, *input, stamped);
}

Result<Json> swap(Core& core, Reader& in) {
  const auto input = read_plan_input(core, in);
  if (!input) return std::unexpected(input.error());
  const std::string out = in.text("out"), wanted = in.text("in");
  if (in.error()) return std::unexpected(*in.error());
  const auto before = plan_from_json(in.object("plan"), in.path_of("plan"));
  if (!before) return std::unexpected(before.error());
  auto after = swap_technique(core.knowledge(), input->verdict, input->wishes, input->history,
                              *before, out, wanted);
  const Catalogue& texts = core.texts(in.text_or("lang", "en"));
  if (!after) return std::unexpected(in_words(texts, after.error()));
  after->knowledge = core.knowledge_stamp();
  return show_plan(core, texts, *input, *after);
}

constexpr UseCase kPlanUseCases[] = {{"plan", plan}, {"swap", swap}};

}  // namespace

std::span<const UseCase> plan_use_cases() {
  return kPlanUseCases;
}

}  // namespace limber

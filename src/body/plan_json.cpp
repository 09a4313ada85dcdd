#include "body/plan_json.h"

#include <cstdlib>
#include <set>

#include "base/object.h"
#include "body/names.h"
#include "body/plan_time.h"

namespace limber {
namespace {

// Longest of each part that any plan could sensibly hold; the plan as a whole is bounded by
// kPlanMs anyway, these keep the sums far from overflow.
constexpr double kLongestPart_s = 300;
constexpr std::size_t kMostItems = 12;
constexpr std::size_t kMostWords = 64;

Json dose_json(const Dose& dose) {
  return object_of({{"sets", dose.sets},
                    {"reps", dose.reps},
                    {"sides", dose.sides},
                    {"out_s", dose.out_s},
                    {"hold_s", dose.hold_s},
                    {"back_s", dose.back_s},
                    {"rest_s", dose.rest_s}});
}

Json item_json(const PlanItem& item) {
  return object_of({{"technique", item.technique},
                    {"warm_up", item.warm_up},
                    {"dose", dose_json(item.dose)},
                    {"changeover_s", item.changeover_s},
                    {"range_factor", item.range_factor},
                    {"conditions", item.conditions},
                    {"reasons", item.reasons},
                    {"seconds", item.seconds},
                    {"breath_in_s", item.breath_in_s},
                    {"breath_out_s", item.breath_out_s},
                    {"steps", item.steps}});
}

bool is_id(const std::string& id) {
  if (id.empty() || id.size() > 64) return false;
  for (const char c : id)
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_')) return false;
  return true;
}

std::string read_id(Reader& in, std::string_view key) {
  std::string id = in.text(key);
  if (!is_id(id) && !in.error())
    in.note({ErrorKind::input, "\"" + id + "\" is not an id", in.path_of(key),
             "ids are lower-case words joined by _"});
  return id;
}

std::vector<std::string> read_words(Reader& in, std::string_view key) {
  auto read = in.texts(key);
  if (read.size() > kMostWords)
    in.note({ErrorKind::input, "the list is too long", in.path_of(key), ""});
  return read;
}

Dose read_dose(Reader& in) {
  Dose dose;
  dose.sets = static_cast<int>(in.integer("sets", 1, 10));
  dose.reps = static_cast<int>(in.integer("reps", 1, 100));
  dose.sides = static_cast<int>(in.integer("sides", 1, 2));
  dose.out_s = in.number("out_s", 0, kLongestPart_s);
  dose.hold_s = in.number("hold_s", 0, kLongestPart_s);
  dose.back_s = in.number("back_s", 0, kLongestPart_s);
  dose.rest_s = in.number("rest_s", 0, kLongestPart_s);
  in.refuse_unknown({"sets", "reps", "sides", "out_s", "hold_s", "back_s", "rest_s"});
  return dose;
}

// What a plan says of its durations must be what it holds, to the millisecond.
void same_duration(Reader& in, std::string_view key, double said_s, std::int64_t real_ms) {
  if (in.error() || to_ms(said_s) == real_ms) return;
  in.note({ErrorKind::input, "the duration does not match what the plan holds", in.path_of(key),
           "it is " + std::to_string(real_ms) + " ms"});
}

PlanItem read_item(const Json& json, const std::string& path, std::optional<Error>& error) {
  Reader in(json, path);
  PlanItem item;
  item.technique = read_id(in, "technique");
  item.warm_up = in.flag("warm_up");
  Reader dose(in.object("dose"), in.path_of("dose"));
  item.dose = read_dose(dose);
  if (dose.error()) in.note(*dose.error());
  item.changeover_s = in.number("changeover_s", 0, kLongestPart_s);
  item.range_factor = in.number("range_factor", 0, 1);
  item.conditions = read_words(in, "conditions");
  item.reasons = read_words(in, "reasons");
  item.seconds = in.number("seconds", 0, 1e6);
  item.breath_in_s = in.number("breath_in_s", 1, 60);
  item.breath_out_s = in.number("breath_out_s", 1, 60);
  item.steps = read_words(in, "steps");
  in.refuse_unknown({"technique", "warm_up", "dose", "changeover_s", "range_factor", "conditions",
                     "reasons", "seconds", "breath_in_s", "breath_out_s", "steps"});
  same_duration(in, "seconds", item.seconds, item_ms(item));
  if (!error) error = in.error();
  return item;
}

Excluded read_excluded(const Json& json, const std::string& path, std::optional<Error>& error) {
  Reader in(json, path);
  Excluded excluded;
  excluded.technique = read_id(in, "technique");
  excluded.reason = in.text("reason");
  excluded.conditions = read_words(in, "conditions");
  in.refuse_unknown({"technique", "reason", "conditions"});
  if (!error) error = in.error();
  return excluded;
}

// Warm-ups first and at least one; at most four techniques, none twice; ten minutes.
void check_whole(const Plan& plan, Reader& in) {
  if (in.error()) return;
  std::set<std::string> seen;
  int techniques = 0;
  for (const PlanItem& item : plan.items) {
    if (!item.warm_up) ++techniques;
    if (item.warm_up && techniques > 0)
      in.note({ErrorKind::input, "a warm-up comes after a technique", in.path_of("items"), ""});
    if (!seen.insert(item.technique).second)
      in.note(
          {ErrorKind::input, item.technique + " is in the plan twice", in.path_of("items"), ""});
  }
  if (plan.items.empty() || !plan.items.front().warm_up)
    in.note({ErrorKind::input, "a plan starts with a warm-up", in.path_of("items"), ""});
  if (techniques > kPlanTechniques)
    in.note({ErrorKind::input, "a plan holds at most four techniques", in.path_of("items"), ""});
  if (plan_ms(plan) > kPlanMs)
    in.note({ErrorKind::input, "a plan takes at most ten minutes", in.path_of("items"), ""});
  if (plan.level >= Level::see_professional_first)
    in.note({ErrorKind::input, "no plan is made at this level", in.path_of("level"), ""});
  same_duration(in, "total_s", plan.total_s, plan_ms(plan));
}

}  // namespace

Json to_json(const Plan& plan) {
  Json items = Json::array();
  for (const PlanItem& item : plan.items) items.push_back(item_json(item));
  Json excluded = Json::array();
  for (const Excluded& one : plan.excluded)
    excluded.push_back(object_of(
        {{"technique", one.technique}, {"reason", one.reason}, {"conditions", one.conditions}}));
  return object_of({{"items", std::move(items)},
                    {"excluded", std::move(excluded)},
                    {"total_s", plan.total_s},
                    {"level", level_id(plan.level)},
                    {"knowledge", plan.knowledge}});
}

Result<Plan> plan_from_json(const Json& json, const std::string& path) {
  Reader in(json, path);
  Plan plan;
  std::optional<Error> error;
  const Json& items = in.array("items");
  const Json& excluded = in.array("excluded");
  if (items.size() > kMostItems)
    return fail(ErrorKind::input, "a plan holds at most four techniques", in.path_of("items"));
  if (excluded.size() > 1000)
    return fail(ErrorKind::input, "the list is too long", in.path_of("excluded"));
  std::size_t index = 0;
  for (const Json& item : items)
    plan.items.push_back(
        read_item(item, in.path_of("items") + "/" + std::to_string(index++), error));
  index = 0;
  for (const Json& one : excluded)
    plan.excluded.push_back(
        read_excluded(one, in.path_of("excluded") + "/" + std::to_string(index++), error));
  plan.total_s = in.number("total_s", 0, 1e6);
  const std::string level = in.text("level");
  if (const auto known = level_from(level)) {
    plan.level = *known;
  } else {
    in.note({ErrorKind::input, "\"" + level + "\" is not a level", in.path_of("level"), ""});
  }
  plan.knowledge = in.text("knowledge");
  in.refuse_unknown({"items", "excluded", "total_s", "level", "knowledge"});
  if (error) in.note(*error);
  check_whole(plan, in);
  if (in.error()) return std::unexpected(*in.error());
  return plan;
}

}  // namespace limber

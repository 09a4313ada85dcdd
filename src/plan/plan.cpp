#include "plan/plan.h"

#include <algorithm>
#include <set>

#include "base/sort.h"
#include "base/text.h"
#include "body/names.h"
#include "body/plan_time.h"
#include "plan/choose.h"
#include "plan/fit.h"

namespace limber {
namespace {

const Technique& at(const Knowledge& knowledge, int index) {
  return knowledge.techniques[static_cast<std::size_t>(index)];
}

std::optional<Error> refused(const Verdict& verdict) {
  // The level is looked at again although plan_allowed says it all: a verdict that contradicts
  // itself must not open the gate.
  if (verdict.plan_allowed && verdict.level < Level::see_professional_first) return std::nullopt;
  return Error{
      ErrorKind::refused,
      verdict.complete ? "no plan is made at the level " + std::string(level_id(verdict.level))
                       : "the check is not finished",
      {},
      verdict.complete ? "follow the advice of the check first" : "answer the rest of the check"};
}

// Wishes come from people and scripts: a word nobody knows is an error, not an empty plan.
std::optional<Error> unknown(const std::vector<std::string>& wished,
                             const std::set<std::string>& known, const std::string& where) {
  const std::vector<std::string> candidates(known.begin(), known.end());
  for (const std::string& word : wished) {
    if (known.count(word) != 0) continue;
    const auto near = nearest(word, candidates);
    return Error{ErrorKind::input, "\"" + word + "\" is not known", where,
                 near ? "did you mean \"" + *near + "\"?" : "known are: " + join(candidates, ", ")};
  }
  return std::nullopt;
}

std::optional<Error> wrong_wishes(const Knowledge& knowledge, const Wishes& wishes) {
  if (wishes.minutes < kFewestMinutes || wishes.minutes > kMostMinutes)
    return Error{ErrorKind::input, std::to_string(wishes.minutes) + " minutes are not possible",
                 "/minutes", "give 3 to 10"};
  std::set<std::string> regions, positions, kit;
  for (const Technique& technique : knowledge.techniques) {
    regions.insert(technique.regions.begin(), technique.regions.end());
    positions.insert(technique.positions.begin(), technique.positions.end());
    kit.insert(technique.kit.begin(), technique.kit.end());
  }
  for (const Fact& fact : knowledge.facts) {
    if (fact.id == "position") positions.insert(fact.options.begin(), fact.options.end());
    regions.insert(fact.id);
    kit.insert(fact.id);
  }
  if (auto error = unknown(wishes.regions, regions, "/regions")) return error;
  if (auto error = unknown(wishes.positions, positions, "/positions")) return error;
  return unknown(wishes.kit, kit, "/kit");
}

// Warm-ups, most useful first, as many as fit into their share; always one if one is possible.
std::vector<int> choose_warm_ups(const Knowledge& knowledge, std::vector<Candidate>& all,
                                 std::int64_t share_ms) {
  std::vector<int> open;
  for (const Candidate& one : all)
    if (one.fits() && at(knowledge, one.technique).warm_up) open.push_back(one.technique);
  sort_stably(open, [&all](int a, int b) {
    return all[static_cast<std::size_t>(a)].points > all[static_cast<std::size_t>(b)].points;
  });
  std::vector<int> chosen;
  for (const int index : open) {
    std::vector<int> more = chosen;
    more.push_back(index);
    if (chosen.empty() || shortest_ms(knowledge, all, more) <= share_ms) {
      chosen = std::move(more);
    } else {
      all[static_cast<std::size_t>(index)].excluded = "plan.excluded.warm_up";
    }
  }
  return chosen;
}

// As many of the most useful as fit at their start doses. A long one that does not fit is passed
// over for the next, so a short visit still gets something.
std::vector<int> choose_techniques(const Knowledge& knowledge, std::vector<Candidate>& all,
                                   const std::vector<int>& ordered, std::vector<int> before,
                                   std::int64_t budget_ms, int most) {
  std::vector<int> chosen;
  for (const int index : ordered) {
    std::string& excluded = all[static_cast<std::size_t>(index)].excluded;
    before.push_back(index);
    if (static_cast<int>(chosen.size()) == most) {
      excluded = "plan.excluded.enough";
    } else if (shortest_ms(knowledge, all, before) > budget_ms) {
      excluded = "plan.excluded.minutes";
    } else {
      chosen.push_back(index);
      continue;
    }
    before.pop_back();
  }
  return chosen;
}

// The conditions that rule the technique out: none where it is left out for another reason, and
// none that would only have made it gentler.
std::vector<std::string> forbidding(const Knowledge& knowledge, const Candidate& candidate) {
  std::vector<std::string> ids;
  if (candidate.excluded != "plan.excluded.avoid") return ids;
  for (const std::string& id : candidate.gate.allowed.conditions) {
    const int index = knowledge.condition(id);
    if (index < 0) continue;
    const auto& row = knowledge.conditions[static_cast<std::size_t>(index)].row;
    const auto technique = static_cast<std::size_t>(candidate.technique);
    if (technique < row.size() && row[technique].permission == Permission::avoid) ids.push_back(id);
  }
  return ids;
}

std::vector<std::string> reasons_for(const Candidate& candidate, const Chosen& chosen, bool warm_up,
                                     bool asked) {
  std::vector<std::string> reasons;
  const Footing& footing = candidate.footing;
  reasons.push_back(asked     ? "plan.reason.asked"
                    : warm_up ? "plan.reason.warm_up"
                              : "plan.reason.region");
  if (candidate.gate.allowed.permission == Permission::modify)
    reasons.push_back("plan.reason.modified");
  if (footing.halvings > 0) {
    reasons.push_back("plan.reason.halved");
  } else if (footing.after_break) {
    reasons.push_back("plan.reason.after_break");
  } else if (footing.is_new && !warm_up) {
    reasons.push_back("plan.reason.new");
  } else if (footing.climbed && !chosen.shortened) {
    reasons.push_back("plan.reason.climbed");
  }
  if (candidate.change && !footing.is_new && !warm_up) reasons.push_back("plan.reason.change");
  if (chosen.shortened) reasons.push_back("plan.reason.shortened");
  return reasons;
}

Plan write_plan(const Knowledge& knowledge, const Verdict& verdict,
                const std::vector<Candidate>& all, const std::vector<Chosen>& chosen, int asked) {
  Plan plan;
  std::set<int> in_plan;
  for (const Chosen& one : chosen) {
    const Candidate& candidate = all[static_cast<std::size_t>(one.technique)];
    PlanItem item = item_for(knowledge, candidate, one.rung);
    item.reasons = reasons_for(candidate, one, item.warm_up, one.technique == asked);
    plan.items.push_back(std::move(item));
    in_plan.insert(one.technique);
  }
  for (const Candidate& one : all) {
    if (in_plan.count(one.technique) != 0) continue;
    plan.excluded.push_back(
        {at(knowledge, one.technique).id, one.excluded, forbidding(knowledge, one)});
  }
  plan.total_s = static_cast<double>(plan_ms(plan)) / 1000;
  plan.level = verdict.level;
  plan.knowledge = knowledge.hash.empty()
                       ? knowledge.version
                       : knowledge.version + " (" + knowledge.hash.substr(0, 12) + ")";
  return plan;
}

Error nothing_fits(const Knowledge& knowledge, const std::vector<Candidate>& all, bool warm_up) {
  bool safe = false;
  bool long_ones = false;
  for (const Candidate& one : all) {
    if (at(knowledge, one.technique).warm_up != warm_up) continue;
    safe = safe || one.gate.open;
    long_ones = long_ones || one.excluded == "plan.excluded.minutes";
  }
  if (!safe) return {ErrorKind::refused, "plan.none.unsafe", {}, {}};
  if (long_ones) return {ErrorKind::not_found, "plan.none.short", "/minutes", {}};
  return {ErrorKind::not_found, "plan.none.wishes", {}, {}};
}

}  // namespace

Result<Plan> make_plan(const Knowledge& knowledge, const Verdict& verdict, const Wishes& wishes,
                       const History& history) {
  if (auto error = refused(verdict)) return std::unexpected(*error);
  if (auto error = wrong_wishes(knowledge, wishes)) return std::unexpected(*error);
  const PlanNumbers numbers = plan_numbers(knowledge);
  const std::int64_t budget = std::min(std::int64_t{60'000} * wishes.minutes, kPlanMs);
  auto all = candidates(knowledge, verdict, wishes, history);

  // A quarter of a short visit, the whole warm-up of a long one.
  const std::int64_t share = std::min(budget / 4, to_ms(numbers.warm_up_s));
  std::vector<int> techniques = choose_warm_ups(knowledge, all, share);
  if (techniques.empty()) return std::unexpected(nothing_fits(knowledge, all, true));
  const auto ordered = by_usefulness(knowledge, wishes, all);
  const auto chosen =
      choose_techniques(knowledge, all, ordered, techniques, budget, numbers.techniques);
  if (chosen.empty()) return std::unexpected(nothing_fits(knowledge, all, false));
  techniques.insert(techniques.end(), chosen.begin(), chosen.end());
  return write_plan(knowledge, verdict, all, fit(knowledge, all, techniques, budget), -1);
}

Result<Plan> swap_technique(const Knowledge& knowledge, const Verdict& verdict,
                            const Wishes& wishes, const History& history, const Plan& plan,
                            std::string_view from, std::string_view to) {
  if (auto error = refused(verdict)) return std::unexpected(*error);
  if (auto error = wrong_wishes(knowledge, wishes)) return std::unexpected(*error);
  const int wanted = knowledge.technique(to);
  if (wanted < 0)
    return fail(ErrorKind::not_found, "there is no technique \"" + std::string(to) + "\"");
  auto all = candidates(knowledge, verdict, wishes, history);
  const Candidate& candidate = all[static_cast<std::size_t>(wanted)];
  if (!candidate.gate.open) return fail(ErrorKind::refused, "plan.swap.unsafe");
  std::vector<int> techniques;
  bool found = false;
  for (const PlanItem& item : plan.items) {
    const int index = knowledge.technique(item.technique);
    if (item.technique == from) {
      found = true;
      techniques.push_back(wanted);
      continue;
    }
    if (index == wanted) return fail(ErrorKind::usage, "plan.swap.twice");
    if (index < 0 || !all[static_cast<std::size_t>(index)].gate.open)
      return fail(ErrorKind::refused, "plan.swap.outdated");
    techniques.push_back(index);
  }
  const int gone = knowledge.technique(from);
  if (!found || gone < 0)
    return fail(ErrorKind::not_found, "\"" + std::string(from) + "\" is not in the plan");
  if (at(knowledge, wanted).warm_up != at(knowledge, gone).warm_up)
    return fail(ErrorKind::usage, "plan.swap.warm_up");
  const std::int64_t budget = std::min(std::int64_t{60'000} * wishes.minutes, kPlanMs);
  if (shortest_ms(knowledge, all, techniques) > budget)
    return fail(ErrorKind::not_found, "plan.swap.minutes", "/minutes");

  // The others stay out for the reasons they had; the one that goes, because of the exchange.
  for (Candidate& one : all) {
    const std::string& id = at(knowledge, one.technique).id;
    if (id == from) one.excluded = "plan.excluded.swapped";
    if (!one.excluded.empty()) continue;
    for (const Excluded& before : plan.excluded)
      if (before.technique == id) one.excluded = before.reason;
    if (one.excluded.empty()) one.excluded = "plan.excluded.enough";
  }
  return write_plan(knowledge, verdict, all, fit(knowledge, all, techniques, budget), wanted);
}

}  // namespace limber

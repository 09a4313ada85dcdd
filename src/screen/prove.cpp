#include "screen/prove.h"

#include <algorithm>
#include <cmath>

#include "body/names.h"
#include "knowledge/answers.h"
#include "screen/space.h"

namespace limber {
namespace {

using Value = Diagram::Value;
using Values = std::optional<std::vector<std::uint32_t>>;

Value value(Level level) {
  return static_cast<Value>(level);
}

class Prover {
 public:
  explicit Prover(const Knowledge& knowledge)
      : k_(knowledge),
        space_(knowledge),
        level_(space_.level(false)),
        cleared_(space_.level(true)) {
    proof_.properties.reserve(16);  // begin() hands out references
  }

  Proof run() {
    alone();
    monotone();
    rules_alive();
    levels_reachable();
    avoid_is_kept();
    clearance();
    count();
    proof_.nodes = space_.diagram().size();
    for (const Property& property : proof_.properties)
      proof_.holds = proof_.holds && property.holds;
    return std::move(proof_);
  }

 private:
  Property& begin(const char* id) {
    proof_.properties.push_back({id, "", true, 0, {}});
    return proof_.properties.back();
  }

  // Notes one check; the first that fails is kept with its counter-example.
  void require(Property& property, const std::string& subject, const Values& broken_by) {
    ++property.checks;
    if (!broken_by || !property.holds) return;
    property.holds = false;
    property.subject = subject;
    property.counter_example = space_.sheet(*broken_by);
  }

  Diagram::Node with(Diagram::Node function, std::size_t fact, std::size_t answer) {
    return space_.diagram().restrict(function, static_cast<std::uint32_t>(space_.variable_of(fact)),
                                     static_cast<std::uint32_t>(answer));
  }

  Values below(Diagram::Node function, Level level) {
    return space_.diagram().find(function, [&](Value v) { return v < value(level); });
  }

  // The most worrying answer of a fact brings at least its declared level whatever else is said,
  // and exactly that while everything else reassures. For emergency facts this is the first
  // promise.
  void alone() {
    Property& emergency = begin("emergency_alone");
    Property& declared = begin("declared_alone");
    const std::vector<std::uint32_t> calm = space_.values(reassuring_sheet(k_));
    for (std::size_t f = 0; f < k_.facts.size(); ++f) {
      const Fact& fact = k_.facts[f];
      if (space_.variable_of(f) < 0) {
        require(declared, fact.id, fact.alone == Level::go ? Values() : Values(calm));
        continue;
      }
      const std::vector<Worry> worry = worries(fact, space_.classes()[f]);
      Value highest = 0;
      for (std::size_t i = 0; i < worry.size(); ++i) {
        std::vector<std::uint32_t> sheet = calm;
        sheet[static_cast<std::size_t>(space_.variable_of(f))] = static_cast<std::uint32_t>(i);
        highest = std::max(highest, space_.diagram().evaluate(level_, sheet));
      }
      require(declared, fact.id, highest == value(fact.alone) ? Values() : Values(calm));
      const std::size_t worst = static_cast<std::size_t>(
          std::max_element(worry.begin(), worry.end(),
                           [](const Worry& a, const Worry& b) { return a.rank < b.rank; }) -
          worry.begin());
      const bool one_sided = fact.worry != Fact::Worry::both && fact.worry != Fact::Worry::neutral;
      if (!one_sided) continue;
      const Values broken = below(with(level_, f, worst), fact.alone);
      require(fact.alone == Level::emergency_now ? emergency : declared, fact.id, broken);
    }
  }

  // A more worrying answer never lowers the level; "not sure" lies between the two ends.
  void monotone() {
    Property& property = begin("monotone");
    for (std::size_t f = 0; f < k_.facts.size(); ++f) {
      const Fact& fact = k_.facts[f];
      if (space_.variable_of(f) < 0 || fact.worry == Fact::Worry::neutral) continue;
      const std::vector<Worry> worry = worries(fact, space_.classes()[f]);
      const std::size_t unsure = worry.size();
      for (std::size_t a = 0; a < worry.size(); ++a) {
        if (worry[a].rank == 0) require(property, fact.id, steps_down(f, a, unsure));
        for (std::size_t b = 0; b < worry.size(); ++b) {
          const bool next = worry[b].rank == worry[a].rank + 1 &&
                            (worry[a].rank == 0 || worry[a].side == worry[b].side);
          if (next) require(property, fact.id, steps_down(f, a, b));
        }
      }
      if (fact.kind == Fact::Kind::yes_no) {
        require(property, fact.id, steps_down(f, unsure, worry[0].rank > 0 ? 0 : 1));
      }
    }
  }

  // A sheet on which answer a of the fact gives a higher level than the more worrying b.
  Values steps_down(std::size_t fact, std::size_t a, std::size_t b) {
    const auto v = static_cast<std::uint32_t>(space_.variable_of(fact));
    const auto from = static_cast<std::uint32_t>(a), to = static_cast<std::uint32_t>(b);
    if (space_.diagram().never_lowers(level_, v, from, to)) return std::nullopt;
    Values found = space_.diagram().find_pair(with(level_, fact, a), with(level_, fact, b),
                                              [](Value x, Value y) { return x > y; });
    if (found) (*found)[v] = to;
    return found;
  }

  // Each rule decides some sheet: it holds there, and nothing else reaches a higher level.
  void rules_alive() {
    Property& property = begin("no_dead_rule");
    for (const Rule& rule : k_.rules) {
      const bool alive = space_.diagram()
                             .find_pair(space_.truth(rule.when), level_,
                                        [&](Value truth, Value level) {
                                          return truth == 2 && level == value(rule.level);
                                        })
                             .has_value();
      require(property, rule.id, alive ? Values() : Values(std::vector<std::uint32_t>(calm())));
    }
  }

  void levels_reachable() {
    Property& property = begin("levels_reachable");
    for (const Level level : kLevels) {
      const bool reached =
          space_.diagram().find(level_, [&](Value v) { return v == value(level); }).has_value();
      require(property, std::string(level_id(level)), reached ? Values() : Values(calm()));
    }
  }

  // Whatever else holds, a technique that a reported condition marks avoid is not allowed.
  void avoid_is_kept() {
    Property& property = begin("avoid_is_kept");
    for (std::size_t t = 0; t < k_.techniques.size(); ++t) {
      const Diagram::Node permission = space_.permission(t);
      for (const Condition& condition : k_.conditions) {
        if (condition.row[t].permission != Permission::avoid) continue;
        const Values broken = space_.diagram().find_pair(
            space_.truth(condition.when), permission, [](Value truth, Value allowed) {
              return truth > 0 && allowed < static_cast<Value>(Permission::avoid);
            });
        require(property, condition.id + " and " + k_.techniques[t].id, broken);
      }
    }
  }

  // A clearance never raises a level, changes nothing at same-day or above, and is the only way
  // from see_professional_first to a plan.
  void clearance() {
    Property& property = begin("clearance_is_limited");
    const Values broken =
        space_.diagram().find_pair(level_, cleared_, [](Value before, Value after) {
          const bool urgent = before >= value(Level::urgent_same_day);
          const bool mild = before < value(Level::see_professional_first);
          const bool floor = before == value(Level::see_professional_first) &&
                             after < value(Level::gentle_with_modifications);
          return after > before || ((urgent || mild) && after != before) || floor;
        });
    require(property, "level", broken);
  }

  void count() {
    const auto counts = space_.diagram().count(level_);
    Count sum;
    for (const Level level : kLevels) {
      proof_.per_level[value(level)] = counts[value(level)].text();
      sum += counts[value(level)];
    }
    proof_.sheets = space_.diagram().space().text();
    proof_.covered = sum.text();
    const bool all = sum == space_.diagram().space();
    const double share = sum.rough() / space_.diagram().space().rough();
    proof_.fraction = all ? 1 : std::min(share, std::nextafter(1.0, 0.0));
    Property& property = begin("complete");
    require(property, "all sheets", all ? Values() : Values(calm()));
  }

  std::vector<std::uint32_t> calm() { return space_.values(reassuring_sheet(k_)); }

  const Knowledge& k_;
  Space space_;
  Diagram::Node level_, cleared_;
  Proof proof_;
};

}  // namespace

Proof prove(const Knowledge& knowledge) {
  return Prover(knowledge).run();
}

}  // namespace limber

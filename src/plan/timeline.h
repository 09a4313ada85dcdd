// A plan as the phases a person goes through, one after the other, to the millisecond.
//
// For every item: the way into position, then set by set and side by side the repetitions (out,
// hold, back), with a rest between sets. Phases without length are left out. The sum is plan_ms
// exactly; a test holds it to that.
#pragma once

#include <limber/types.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace limber {

struct Phase {
  enum class Kind : std::uint8_t {
    changeover,  // getting into position
    out,         // moving out
    hold,        // staying there
    back,        // moving back
    rest,        // between sets
    breath,      // nothing moves: just breathe (a technique without out and back)
  };
  Kind kind = Kind::changeover;
  int item = 0;
  int set = 0;  // all from 0
  int side = 0;
  int rep = 0;
  std::int64_t start_ms = 0;   // from the start of its item
  std::int64_t length_ms = 0;  // above 0
  bool operator==(const Phase&) const = default;
};

// The phases of one item; `index` is only written into them.
[[nodiscard]] std::vector<Phase> item_phases(const PlanItem& item, int index);
[[nodiscard]] std::vector<Phase> plan_phases(const Plan& plan);

// "changeover", "out", ...
[[nodiscard]] std::string_view phase_id(Phase::Kind kind);
// The line to show and to speak: "technique.chin_tuck.hold" if the technique has that step, else
// "session.phase.hold".
[[nodiscard]] std::string phase_text(const PlanItem& item, Phase::Kind kind);

}  // namespace limber

#include "session/pain.h"

namespace limber {

PainMeaning meaning_of(const SessionEvent& event, std::optional<int> at_rest,
                       const SessionNumbers& numbers) {
  if (event.nerve) return PainMeaning::stop_nerve;
  if (event.sharp || event.spreading) return PainMeaning::stop;
  const int pain = event.pain.value_or(10);
  const int rise = pain - at_rest.value_or(0);
  // "Five or more" is read both ways, on the scale and above rest, and each stops; only pain that
  // moving has not raised is left to the check that allowed the session. Seven is severe anyhow.
  constexpr int kSevere = 7;
  if (rise >= numbers.pain_stop_from || (pain >= numbers.pain_stop_from && rise >= 1) ||
      pain >= kSevere)
    return PainMeaning::stop;
  return rise >= numbers.pain_reduce_from ? PainMeaning::less : PainMeaning::fine;
}

}  // namespace limber

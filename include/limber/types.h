// The shared words: what every part of Limber means by an answer, a verdict, a plan, an event.
//
// Plain structs without behaviour. Engines are blind to each other and meet only through these.
// Ids (of facts, rules, conditions, techniques) are those of knowledge/ and are stable.
// Units are in the names: _s seconds, _ms milliseconds, _min minutes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace limber {

// --- Levels -----------------------------------------------------------------------------------

// The five outcomes, mildest first, so that > means "more urgent". The ids are public API.
enum class Level : std::uint8_t {
  go = 0,
  gentle_with_modifications = 1,
  see_professional_first = 2,
  urgent_same_day = 3,
  emergency_now = 4,
};

// --- Answers ----------------------------------------------------------------------------------

// What is known of one fact. "Not sure" is never "no", and "not asked" is neither.
struct Answer {
  enum class State : std::uint8_t { not_asked, no, not_sure, yes, number, choice };
  State state = State::not_asked;
  double number = 0;  // for State::number: in the fact's unit
  int choice = 0;     // for State::choice: index into the fact's options
  bool operator==(const Answer&) const = default;
};

// One answer per fact, in the order of the knowledge's facts.
using Sheet = std::vector<Answer>;

// A professional's word that moving is fine: lowers professional-level rules only.
struct Clearance {
  std::string who;                 // "my GP, Dr Weber"
  std::string date;                // the day it was given, YYYY-MM-DD
  std::vector<std::string> rules;  // rule ids it covers; empty means all that can be cleared
  bool operator==(const Clearance&) const = default;
};

// --- Verdict ----------------------------------------------------------------------------------

// A rule that holds, and at which level it counts.
struct FiredRule {
  std::string rule;
  Level level = Level::go;  // as it counts: one below its own if only "not sure" makes it hold
  bool by_doubt = false;    // holds only because "not sure" was read as worrying
  bool cleared = false;     // lowered by a valid clearance
  bool operator==(const FiredRule&) const = default;
};

enum class Permission : std::uint8_t { ok, modify, avoid };

// What the conditions allow of one technique.
struct Allowed {
  std::string technique;
  Permission permission = Permission::ok;
  std::vector<std::string> conditions;  // those that modify or forbid it
  double dose_factor = 1;               // 0..1, multiplies repetitions and hold
  double range_factor = 1;              // 0..1, how far of the comfortable range
  bool operator==(const Allowed&) const = default;
};

struct Verdict {
  Level level = Level::see_professional_first;
  bool complete = false;                // nothing unasked could still change it
  bool plan_allowed = false;            // level below see_professional_first, and complete
  std::vector<FiredRule> fired;         // most urgent first, then in the knowledge's order
  std::vector<std::string> conditions;  // that hold, for certain or perhaps
  std::vector<Allowed> techniques;      // one per technique, in the knowledge's order
  std::vector<std::string> undecided;   // facts not asked that could still change it
  bool operator==(const Verdict&) const = default;
};

// --- Plan -------------------------------------------------------------------------------------

// How much of one technique, in whole repetitions and seconds.
struct Dose {
  int sets = 1;
  int reps = 5;       // per set and per side
  int sides = 1;      // 2: done on each side
  double out_s = 2;   // moving out
  double hold_s = 3;  // staying there
  double back_s = 2;  // moving back
  double rest_s = 0;  // between sets
  bool operator==(const Dose&) const = default;
};

struct PlanItem {
  std::string technique;  // id, or the id of a warm-up
  bool warm_up = false;
  Dose dose;
  double changeover_s = 10;             // to get into position, before it starts
  double range_factor = 1;              // 0..1 of the comfortable range
  std::vector<std::string> conditions;  // whose modification text applies
  std::vector<std::string> reasons;     // text ids: why this one
  double seconds = 0;                   // changeover included
  double breath_in_s = 4;               // the pace to breathe at while doing it
  double breath_out_s = 6;
  std::vector<std::string> steps;  // "set_up", "out", ...: texts technique.<id>.<step>
  bool operator==(const PlanItem&) const = default;
};

struct Excluded {
  std::string technique;
  std::string reason;                   // text id: why not this one
  std::vector<std::string> conditions;  // behind the reason, if any
  bool operator==(const Excluded&) const = default;
};

struct Plan {
  std::vector<PlanItem> items;     // warm-up first
  std::vector<Excluded> excluded;  // every technique that is not in items
  double total_s = 0;              // what the session takes, exactly
  Level level = Level::go;         // the verdict it was made under
  std::string knowledge;           // version and hash it was made with
  bool operator==(const Plan&) const = default;
};

// --- Events -----------------------------------------------------------------------------------

// One thing that happened. The record is nothing but a list of these; they are never changed.
struct Event {
  std::string id;               // UUID, lower case; the same event has the same id everywhere
  std::string device;           // UUID of the device it happened on
  std::int64_t at_ms = 0;       // UTC, milliseconds since 1970
  std::int32_t offset_min = 0;  // minutes east of UTC then and there; gives the local day
  std::string kind;             // "session.started", "pain.noted", ... (docs/formats.md)
  std::string payload;          // compact JSON object
  bool operator==(const Event&) const = default;
};

// One joint pop, as the model of the joint sees it and as the ear hears it.
struct Pop {
  double force_N = 0;    // pull at which the film gave way
  double time_s = 0;     // from the start of the pull
  double gap_m = 0;      // opening at the pop
  double cavity_m3 = 0;  // largest cavity
  double peak_dB = 0;    // sound pressure level, re 20 uPa
  double peak_Hz = 0;    // strongest frequency
  double wait_min = 0;   // until it could pop again
  bool silent = true;    // nothing popped
};

}  // namespace limber

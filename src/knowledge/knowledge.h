// What Limber knows, as plain typed tables in the order of the files in knowledge/.
//
// The tables are loaded from one JSON document (compiled from TOML at build time) and are then
// constant. Everything a clinician decides is here; no engine holds a medical statement of its own.
// Texts are separate: see catalogue.h. Formats: docs/formats.md.
#pragma once

#include <limber/types.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/expr.h"
#include "knowledge/poses.h"

namespace limber {

// S seen in a public copy, S2 second-hand, K recalled (never shown on its own), E our own choice.
enum class Evidence : std::uint8_t { seen, second_hand, recalled, expert };

struct Source {
  std::string id;
  Evidence evidence = Evidence::expert;
  std::string cite;  // "Stiell 2001, JAMA 286:1841"
  std::string url;   // or doi; may be empty
  std::string note;  // where it was seen
};

// How long an answer is taken for granted before it is asked again.
enum class Shelf : std::uint8_t { session, day, four_weeks, permanent };

struct Fact {
  enum class Kind : std::uint8_t { yes_no, number, choice };
  // The direction in which an answer worries. neutral: it never does by itself.
  // up / down / both are for numbers: away from `reassuring`, class by class.
  enum class Worry : std::uint8_t { yes, no, neutral, up, down, both };

  std::string id;
  Kind kind = Kind::yes_no;
  Worry worry = Worry::yes;
  std::string screen;    // the interview screen it is asked on
  int screen_index = 0;  // its place in Knowledge::screens
  Shelf shelf = Shelf::day;
  Level alone = Level::go;       // what its most worrying answer brings, all else reassuring
  bool plan_only = false;        // a wish (kit, minutes), never part of the screen's verdict
  std::vector<int> asked_after;  // summary facts, any of which opens this detail
  // number:
  double low = 0, high = 0, reassuring = 0;
  bool integer = true;
  std::string unit;
  // choice: ids; `ranks` says how worrying each is (all 0 if it never is)
  std::vector<std::string> options;
  std::vector<int> ranks;
  std::vector<std::string> sources;
};

// One page of the interview: a checklist of signs, or a few numbers or choices.
struct Screen {
  enum class Block : std::uint8_t { emergency, same_day, professional, conditions, plan };
  std::string id;
  Block block = Block::professional;
};

// A sheet written as the few answers that differ from "all reassuring".
using Example = std::vector<std::pair<int, Answer>>;  // fact index, answer

// An example of a rule: a sheet, and the level it must end in (checked by screen/examples.h).
struct Case {
  Example answers;
  std::optional<Level> level;
};

struct Rule {
  std::string id;
  Level level = Level::go;
  Expr when;
  std::string when_text;
  bool clearable = true;             // professional level only: may a clearance lower it
  bool nerve_or_vessel = false;      // locks neck techniques when it ended a session
  std::vector<std::string> mission;  // claims of the seed articles it answers
  std::vector<std::string> sources;
  std::vector<Case> examples;          // fires
  std::vector<Case> near_misses;       // one answer away from firing, and does not
  std::vector<Case> counter_examples;  // does not fire
};

struct Modification {
  Permission permission = Permission::ok;
  double dose_factor = 1;
  double range_factor = 1;
  bool has_text = false;  // "modify.<condition>.<technique>" in the catalogue
};

struct Condition {
  std::string id;
  Expr when;
  std::string when_text;
  std::vector<Modification> row;  // one per technique
  std::vector<std::string> sources;
};

// start, grows by `step` after three easy days, never above `max`.
struct Ladder {
  double start = 0, step = 0, max = 0;
};

struct Technique {
  std::string id;
  bool warm_up = false;
  bool neck = false;                   // moves the neck; locked by a nerve or vessel stop
  std::vector<std::string> regions;    // ids of region facts it helps
  std::vector<std::string> positions;  // options of fact `position` it can be done in
  std::vector<std::string> kit;        // options it needs, all of them; empty for none
  bool has_row = true;  // false: from a pack whose matrix row is not known; only at go
  int sides = 1;
  double out_s = 2, back_s = 2;  // tempo
  Ladder hold_s, reps, sets;
  double rest_s = 0;  // between sets
  double changeover_s = 10;
  double breath_in_s = 4, breath_out_s = 6;
  int priority = 0;                  // higher first when choices are otherwise equal
  std::vector<std::string> steps;    // "set_up","out","hold","back": texts technique.<id>.<step>
  int errors = 0;                    // texts technique.<id>.error.1..n
  std::vector<std::string> stop_if;  // texts stop_if.<id>
  std::vector<std::string> mission;
  std::vector<std::string> sources;
};

// When the diary says that it is time to have it looked at (clinical escalation clock).
struct Escalation {
  std::string id;  // texts escalation.<id>.title / .why
  Level level = Level::see_professional_first;
  std::map<std::string, double, std::less<>> numbers;  // thresholds by name
  std::vector<std::string> sources;
};

struct Country {
  std::string code;       // ISO 3166-1 alpha-2
  std::string emergency;  // "999"
  std::string urgent;     // "111"; empty if there is no such line
  std::vector<std::string> sources;
};

// A plain statement shown to people (about the pop, cracking, the course), with its sources.
struct Statement {
  std::string id;  // text statement.<id>
  std::vector<std::string> mission;
  std::vector<std::string> sources;
};

struct Knowledge {
  std::string version;      // "2026.11"
  std::string hash;         // of everything, 32 hex digits
  std::string reviewed_by;  // empty: not yet reviewed by a clinician
  std::vector<Source> sources;
  std::vector<Screen> screens;
  std::vector<Fact> facts;
  std::vector<Rule> rules;  // most urgent first
  std::vector<Condition> conditions;
  std::vector<Technique> techniques;  // warm-ups first
  std::vector<Escalation> escalations;
  std::vector<Country> countries;
  std::vector<Statement> statements;
  Poses poses;                                         // how the figure shows each technique
  std::map<std::string, double, std::less<>> numbers;  // waits and limits of the pop and the plan

  // Index by id, or -1.
  [[nodiscard]] int fact(std::string_view id) const;
  [[nodiscard]] int rule(std::string_view id) const;
  [[nodiscard]] int condition(std::string_view id) const;
  [[nodiscard]] int technique(std::string_view id) const;
  [[nodiscard]] int screen(std::string_view id) const;
};

}  // namespace limber

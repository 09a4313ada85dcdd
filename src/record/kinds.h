// The kinds of events and what their payloads say (docs/formats.md, section 2).
//
// A kind that is not listed here is kept, exported and merged like any other, and otherwise passed
// over: a newer Limber may know it. A payload that does not fit its kind is passed over too; no
// projection may fail on what it finds in a record.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"

namespace limber::kinds {

inline constexpr std::string_view kScreened = "screened";
inline constexpr std::string_view kPlanned = "planned";
inline constexpr std::string_view kPain = "pain.noted";
inline constexpr std::string_view kStiffness = "stiffness.noted";
inline constexpr std::string_view kNextDay = "session.next_day";
inline constexpr std::string_view kPop = "pop.noted";
inline constexpr std::string_view kNote = "note";
inline constexpr std::string_view kClearance = "clearance.given";
inline constexpr std::string_view kConsent = "consent";
inline constexpr std::string_view kSettings = "settings";
inline constexpr std::string_view kPackAdded = "pack.added";
inline constexpr std::string_view kPackRemoved = "pack.removed";
inline constexpr std::string_view kEdited = "edited";
inline constexpr std::string_view kDeleted = "deleted";
inline constexpr std::string_view kSession = "session.";  // the beginning of all session kinds

// What a person may correct: what they noted about themselves. What was answered, decided and done
// in a session stays as it was, because advice was built on it.
[[nodiscard]] bool correctable(std::string_view kind);
// What a person may take back: the same, and a clearance.
[[nodiscard]] bool removable(std::string_view kind);

}  // namespace limber::kinds

namespace limber {

// "pain.noted", "stiffness.noted": 0 none .. 10 the worst imaginable.
struct ScoreNoted {
  double score = 0;
  std::string place;  // "neck", "upper_back", ... or empty
};

// "session.next_day": how it was the day after a session.
struct NextDay {
  std::string session;
  double pain = 0;  // 0..10
};

// "pop.noted": a joint popped outside a session. `deliberate`: made to pop, not by itself.
struct PopNoted {
  std::string place;  // empty: not said
  bool painful = false;
  bool deliberate = false;
};

// "note": free text.
struct Note {
  std::string text;
};

// "edited" and "deleted": `of` is the id of the event; `data` its new payload.
struct Correction {
  std::string of;
  Json data;  // an object; empty for "deleted"
};

// "consent": what was agreed to, and to which wording.
struct Consent {
  std::string what, version;
};

// "pack.added", "pack.removed".
struct PackChange {
  std::string id, hash;
  std::string content;  // the pack as compiled JSON text; empty for "pack.removed"
};

[[nodiscard]] Json to_json(const ScoreNoted& noted);
[[nodiscard]] Json to_json(const NextDay& noted);
[[nodiscard]] Json to_json(const PopNoted& noted);
[[nodiscard]] Json to_json(const Note& note);
[[nodiscard]] Json to_json(const Correction& correction);
[[nodiscard]] Json to_json(const Consent& consent);
[[nodiscard]] Json to_json(const PackChange& change);

// Nothing if the payload does not fit.
[[nodiscard]] std::optional<ScoreNoted> read_score(const Json& data);
[[nodiscard]] std::optional<NextDay> read_next_day(const Json& data);
[[nodiscard]] std::optional<PopNoted> read_pop(const Json& data);
[[nodiscard]] std::optional<Note> read_note(const Json& data);
[[nodiscard]] std::optional<Correction> read_correction(const Json& data);
[[nodiscard]] std::optional<Consent> read_consent(const Json& data);
[[nodiscard]] std::optional<PackChange> read_pack_change(const Json& data);

}  // namespace limber

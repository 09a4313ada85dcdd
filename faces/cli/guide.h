// Leads a person through a plan in the terminal: draws, listens, rings, speaks, and stores what
// happens, all through a small host, so that a test can be the person.
//
// What is shown is a pure function (guide_view.h); what happens is session/step.h. Here is only the
// loop: time and keys in, events and frames out. One key says "that hurts", one stops; both work at
// any moment, also while a question is open.
#pragma once

#include <limber/result.h>
#include <limber/types.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "faces/cli/frame.h"
#include "faces/cli/keys.h"
#include "knowledge/catalogue.h"
#include "session/step.h"

namespace limber::cli {

// What the check says after a stop.
struct Rescreen {
  Level level = Level::see_professional_first;
  bool plan_allowed = false;
};

class GuideHost {
 public:
  virtual ~GuideHost() = default;
  // Milliseconds of session time; only differences count. --speed N makes it run N times faster.
  virtual std::int64_t now_ms() = 0;
  // Waits at most this long (real time; -1: for ever).
  virtual Key read_key(int timeout_ms) = 0;
  virtual Size size() = 0;
  virtual Look look() = 0;
  virtual void draw(const std::vector<Line>& lines) = 0;  // full screen
  virtual void print(const std::string& line) = 0;        // plain lines
  virtual void bell() = 0;
  virtual void speak(const std::string& text) = 0;  // does not wait
  virtual void suspend() = 0;                       // Ctrl-Z
  // Stores the event durably and returns it with its id and time. Errors: store.
  [[nodiscard]] virtual Result<Event> append(std::string_view kind, const std::string& payload) = 0;
  // The emergency questions, and what they come to. Nothing if the person leaves; the session then
  // stays stopped.
  virtual std::optional<Rescreen> rescreen(SessionEvent::Stop why) = 0;
};

struct GuideOptions {
  double speed = 1;        // how much faster now_ms runs than real time
  bool plain = false;      // lines instead of a screen
  SessionNumbers numbers;  // for a session that is not started yet
};

struct GuideResult {
  State state;
  bool left = false;    // left before the end: `limber` can go on with it
  std::string unsaved;  // why something could not be stored; empty if all was
};

// `state`: State{} for a new session, or what resume() gave; a session that was running goes on
// only after the person says so.
[[nodiscard]] GuideResult run_guide(GuideHost& host, const Catalogue& words, const Plan& plan,
                                    State state, const GuideOptions& options);

}  // namespace limber::cli

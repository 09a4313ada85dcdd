// Shapes of the use-cases that tell how it stands and how it went.
#include "app/shapes.h"

namespace limber {
namespace {

constexpr std::string_view kTypes = R"(
/** The time since the last pop, with the wait that is told; nobody is told that a joint is ready. */
export interface PopTimer {
  at: string;
  place: string;
  technique: string;
  painful: boolean;
  since_min: number;
  floor_passed: boolean;
  at_least_min: number;
  /** The range of the joint model. */
  low_min: number;
  high_min: number;
  text: string;
  told: string;
  sources: Source[];
}

export interface Today {
  /** YYYY-MM-DD, as all days; instants are 2026-11-21T14:05:00.000+01:00. */
  day: string;
  /** What need not be asked again. */
  answers: Answers;
  last: {
    level: Level;
    title: string;
    at: string;
    /** Young enough to start a session. */
    fresh: boolean;
    complete: boolean;
    knowledge: string;
  } | null;
  changed: {
    before: Level;
    after: Level;
    rules_new: { rule: string; why: string }[];
    rules_gone: { rule: string; why: string }[];
    answers: {
      fact: string;
      say: string;
      before: string;
      after: string;
      shift: "same" | "better" | "worse" | "different";
    }[];
  } | null;
  escalations: {
    id: string;
    level: Level;
    title: string;
    why: string;
    since: string;
    cleared: boolean;
    sources: Source[];
  }[];
  stops_plan: boolean;
  open_session: { session: string; started: string; plan: Plan } | null;
  next_day: { session: string; day: string; pain_before?: number } | null;
  neck_locked: boolean;
  clearance: Clearance | null;
  crack_habit: { habit: boolean; most_in_a_day: number };
  pop_timer: PopTimer | null;
  sessions: number;
  settings: { [name: string]: unknown };
  history: {
    today: string;
    neck_locked: boolean;
    halve: boolean;
    techniques: { technique: string; days: { day: string; easy: boolean; flare: boolean }[] }[];
  };
  /** Ids of events that no projection could read. */
  unreadable: string[];
}

export interface DiarySession {
  session: string;
  at: string;
  time: string;
  minutes: number;
  items: {
    technique: string;
    name: string;
    warm_up: boolean;
    started: boolean;
    finished: boolean;
    skipped: boolean;
    eased: boolean;
    hurt: boolean;
    pain: number | null;
  }[];
  pain_before: number | null;
  pain_after: number | null;
  pain_next_day: number | null;
  pops: number;
  finished: boolean;
  /** Why it was stopped; empty if it was not. */
  stopped: string;
}

export interface DiaryScore {
  id: string;
  time: string;
  score: number;
  place: string;
  corrected: boolean;
}

export interface DiaryPop {
  /** Empty for one within a session. */
  id: string;
  time: string;
  place: string;
  technique: string;
  painful: boolean;
  deliberate: boolean;
  /** Since the one before at the same place. */
  since_last_min: number | null;
}

export interface DiaryDay {
  day: string;
  sessions: DiarySession[];
  verdicts: { time: string; level: Level; title: string; knowledge: string }[];
  pain: DiaryScore[];
  stiffness: DiaryScore[];
  pops: DiaryPop[];
  notes: { id: string; time: string; text: string; corrected: boolean }[];
}

export interface PlaceScores {
  count: number;
  last: number;
  last_day: string;
  most: number;
}

/** A place on the body: neck, shoulder_left ... (docs/formats.md, 2.2). */
export interface PlaceNoted {
  place: string;
  pain: PlaceScores | null;
  stiffness: PlaceScores | null;
  pops: number;
}

export type Series = { day: string; value: number }[];
)";

constexpr Shape kMethods[] = {
    {"today", "Sheet", "Today"},
    {"log", "Words & { limit?: number }",
     "{ days: DiaryDay[]; all: number; pop_timer: PopTimer | null }"},
    {"trend", "{ weeks?: number }",
     "{ from: string; to: string; pain: Series; stiffness: Series; sessions: Series; places: "
     "PlaceNoted[] }"},
    {"report", "Words & { columns?: number }", "{ text: string; made_on: string }"},
};

}  // namespace

Shapes diary_shapes() {
  return {kTypes, kMethods};
}

}  // namespace limber

// Shapes of the use-cases that conduct a session.
#include "app/shapes.h"

namespace limber {
namespace {

constexpr std::string_view kTypes = R"(
export type SessionStatus = "ready" | "running" | "paused" | "halted" | "ended";
export type SessionQuestion =
  | "none"
  | "pain_before"
  | "hurt"
  | "why_stopped"
  | "rescreen"
  | "go_on"
  | "pain_after";
export type StopReason = "unsaid" | "done" | "hurt" | "unwell" | "nerve";

/** A place in the plan: item, phase within it, milliseconds into that. */
export interface Place {
  item: number;
  phase: number;
  ms: number;
}

/** To be handed back as it came; only `status`, `question` and `session` are for faces to read. */
export interface SessionState {
  status: SessionStatus;
  question: SessionQuestion;
  session: string;
  at: Place;
  active_ms: number;
  eased: number[];
  items: { skipped: boolean; begun: boolean; hurt: boolean; pain: number | null }[];
  numbers: SessionNumbers;
  pain_before: number | null;
  pain_after: number | null;
  pain_next_day: number | null;
  pause: "person" | "hurt" | "gap";
  stop: StopReason;
  neck_locked: boolean;
  finished: boolean;
  pops: { at_ms: number; painful: boolean; repeat: boolean; place: string; angle_deg?: number }[];
  seen: string[];
  ignored: number;
  rescreened?: Level;
  clock_ms?: number;
}

export interface SessionNumbers {
  pain_reduce_from: number;
  pain_stop_from: number;
  pop_repeat_min: number;
  flare_from: number;
}

/** An event without a name and a time yet: for record.append. */
export interface Happened {
  kind: string;
  payload: { [field: string]: unknown };
}

/** One with both: for session.step. */
export interface Stepping extends Happened {
  id: string;
  at_ms: number;
  device?: string;
  offset_min?: number;
}

/** What a face does about it, in order. Texts are ids. */
export type SessionEffect =
  | { kind: "append"; event: Happened }
  | { kind: "bell" }
  | { kind: "speak"; text: string }
  | { kind: "show"; text: string }
  | { kind: "ask"; question: SessionQuestion }
  | { kind: "finish" }
  | { kind: "note"; text: string };

export interface Standing {
  plan: Plan;
  /** Without it the session has not begun. */
  state?: SessionState;
}

export interface SessionView {
  status: SessionStatus;
  question: SessionQuestion;
  /** From 0; equal to `items` at the end. */
  item: number;
  items: number;
  technique: string;
  /** Text ids: `title`, `line`, `notes`, `next`. */
  title: string;
  line: string;
  warm_up: boolean;
  range_factor: number;
  eased: number;
  notes: string[];
  phase: "changeover" | "out" | "hold" | "back" | "rest" | "breath";
  phase_s: number;
  phase_left_s: number;
  /** 0..1, as are `reach`, `breath_done` and `done`. */
  phase_done: number;
  reach: number;
  /** From 1; 0 where there is none. */
  rep: number;
  reps: number;
  set: number;
  sets: number;
  side: number;
  sides: number;
  breathing: boolean;
  breath_in: boolean;
  breath_done: number;
  breath_left_s: number;
  next: string;
  next_is_item: boolean;
  left_s: number;
  done: number;
}

export interface SessionSummary {
  session: string;
  status: SessionStatus;
  finished: boolean;
  whole: boolean;
  stopped: boolean;
  stop: StopReason;
  neck_locked: boolean;
  active_ms: number;
  pain_before: number | null;
  pain_after: number | null;
  pain_next_day: number | null;
  pops: number;
  items: {
    technique: string;
    warm_up: boolean;
    done: boolean;
    whole: boolean;
    easy: boolean;
    flare: boolean;
    eased: number;
    pain: number | null;
  }[];
}
)";

constexpr Shape kMethods[] = {
    {"session.start", "{ plan: Plan; pain?: number }", "Happened"},
    {"session.event",
     "{ plan: Plan; state: SessionState; kind: string; fields?: { [field: string]: unknown } }",
     "Happened"},
    {"session.step", "Standing & { event?: Stepping; now_ms?: number; gap_ms?: number }",
     "{ state: SessionState; effects: SessionEffect[] }"},
    {"session.view", "Standing & { now_ms: number; gap_ms?: number }", "SessionView"},
    {"session.resume", "{ session: string; events?: Stepping[] }",
     "{ plan: Plan; state: SessionState; effects: SessionEffect[] }"},
    {"session.summary", "Standing", "SessionSummary"},
};

}  // namespace

Shapes session_shapes() {
  return {kTypes, kMethods};
}

}  // namespace limber

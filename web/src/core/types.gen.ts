// Written by tools/types.cpp from src/app/shapes_*.cpp; a test keeps it so.

export type Level =
  | "go"
  | "gentle_with_modifications"
  | "see_professional_first"
  | "urgent_same_day"
  | "emergency_now";

/** Fact id to "yes", "no", "not_sure", true, false, a number, or an option. */
export type Answers = { [fact: string]: string | number | boolean };

/** A professional's word; without rules it covers all that can be cleared. */
export interface Clearance {
  who: string;
  /** YYYY-MM-DD */
  date: string;
  rules?: string[];
}

export interface Words {
  lang?: string;
}

export interface Sheet extends Words {
  answers?: Answers;
  /** What facts that are not named count as; without it "not_asked". */
  unanswered?: "not_asked" | "reassuring";
  clearance?: Clearance;
  /** YYYY-MM-DD; without it the clock's day. */
  today?: string;
}

export interface Source {
  id: string;
  cite: string;
  tag: "S" | "S2" | "K" | "E";
  url?: string;
}

export interface KnowledgeStamp {
  version: string;
  hash: string;
  reviewed_by: string;
}

export interface SaidFact {
  fact: string;
  say: string;
}

export interface Fired {
  rule: string;
  level: Level;
  own_level: Level;
  by_doubt: boolean;
  cleared: boolean;
  why: string;
  do: string;
  say: string;
  answers: { fact: string; say: string; answer: string }[];
  sources: Source[];
}

export type Permission = "ok" | "modify" | "avoid";

export interface Verdict {
  level: Level;
  title: string;
  do: string;
  say: string;
  safety_net: string;
  complete: boolean;
  plan_allowed: boolean;
  undecided: string[];
  fired: Fired[];
  conditions: { id: string; name: string }[];
  techniques: { id: string; name: string; permission: Permission; notes: string[]; conditions: string[] }[];
  /** The fewest answers that would lower the level; null if none would. Only of a complete verdict. */
  lower?: { facts: SaidFact[]; to: Level } | null;
  not_found: SaidFact[];
  not_asked: SaidFact[];
  clearance_note?: string;
  knowledge: KnowledgeStamp;
  notice: string;
}

export interface QuestionWords {
  kind: "yes_no" | "number" | "choice";
  ask: string;
  help?: string;
  options?: { id: string; text: string }[];
  low?: number;
  high?: number;
  unit?: string;
  integer?: boolean;
}

export interface PageItem extends QuestionWords {
  fact: string;
}

export interface FactWords extends QuestionWords {
  id: string;
  screen: string;
  worry: "yes" | "no" | "neutral" | "up" | "down" | "both";
  shelf: "session" | "day" | "four_weeks" | "permanent";
  alone: Level;
  plan_only: boolean;
}

export interface QuestionPage {
  screen: string;
  block: "emergency" | "same_day" | "professional" | "conditions" | "plan";
  title: string;
  none: string;
  /** How many pages can still come, this one included. */
  at_most: number;
  items: PageItem[];
}

export interface Explained {
  id: string;
  knowledge: KnowledgeStamp;
  notice: string;
}

export type Truth = "yes" | "no" | "perhaps";

export interface ExplainedRule extends Explained {
  kind: "rule";
  level: Level;
  when: string;
  why: string;
  do: string;
  say: string;
  clearable: boolean;
  mission: string[];
  sources: Source[];
  holds?: Truth;
}

export interface ExplainedCondition extends Explained {
  kind: "condition";
  name: string;
  when: string;
  techniques: { id: string; name: string; permission: Permission; note: string }[];
  sources: Source[];
  holds?: Truth;
}

export interface ExplainedTechnique extends Explained {
  kind: "technique";
  name: string;
  target: string;
  why: string;
  position: string;
  steps: string[];
  errors: string[];
  stop_if: string[];
  mission: string[];
  sources: Source[];
}

export interface ExplainedFact extends Explained {
  kind: "fact";
  ask: string;
  help: string;
  alone: Level;
  rules: string[];
  sources: Source[];
  answer?: string;
}

export interface ExplainedStatement extends Explained {
  kind: "statement";
  text: string;
  mission: string[];
  sources: Source[];
}

export interface ExplainedEscalation extends Explained {
  kind: "escalation";
  level: Level;
  title: string;
  why: string;
  sources: Source[];
}

export interface ExplainedLevel extends Explained {
  kind: "level";
  title: string;
  do: string;
  say: string;
  rules: string[];
}

/** The numbers to call; empty where there is none. */
export interface Country {
  code: string;
  emergency: string;
  urgent: string;
  sources: Source[];
}

export interface ProvedProperty {
  id: string;
  title: string;
  holds: boolean;
  checks: number;
  subject?: string;
  counter_example?: Answers;
}

/** What people ask, and the statements that answer it. */
export interface CommonQuestion {
  id: string;
  group: string;
  group_title: string;
  ask: string;
  answers: { id: string; text: string; mission: string[]; sources: Source[] }[];
}

/** What was done before; without it the record's. */
export interface History {
  neck_locked?: boolean;
  halve?: boolean;
  techniques?: { technique: string; days: { day: string; easy?: boolean; flare?: boolean }[] }[];
}

export interface Dose {
  sets: number;
  reps: number;
  sides: number;
  out_s: number;
  hold_s: number;
  back_s: number;
  rest_s: number;
}

export interface PlanItem {
  technique: string;
  warm_up: boolean;
  dose: Dose;
  changeover_s: number;
  range_factor: number;
  conditions: string[];
  reasons: string[];
  seconds: number;
  breath_in_s: number;
  breath_out_s: number;
  steps: string[];
}

/** What a session runs with; ids of texts, no words. */
export interface Plan {
  items: PlanItem[];
  excluded: { technique: string; reason: string; conditions: string[] }[];
  total_s: number;
  level: Level;
  knowledge: string;
}

export interface ShownItem {
  technique: string;
  warm_up: boolean;
  name: string;
  position: string;
  target: string;
  why: string[];
  differently: string[];
  seconds: number;
}

export interface ShownPlan {
  plan: Plan;
  items: ShownItem[];
  excluded: { technique: string; name: string; reason: string; why: string; conditions: string[] }[];
  total_s: number;
  verdict: Verdict;
}

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

/** One thing that happened, complete and in its canonical form (docs/formats.md, 2). */
export interface LimberEvent {
  id: string;
  device: string;
  /** UTC, milliseconds since 1970. */
  at_ms: number;
  /** Minutes east of UTC then and there. */
  offset_min: number;
  kind: string;
  payload: { [field: string]: unknown };
}

/** What is left out is filled in, here and now. */
export interface NewEvent {
  kind: string;
  payload: { [field: string]: unknown };
  id?: string;
  device?: string;
  at_ms?: number;
  offset_min?: number;
}

export interface Appended {
  added: number;
  known: number;
  /** Ids that were there with other contents; those stay. */
  conflicts: string[];
}

export interface PackHead {
  id: string;
  name: string;
  author: string;
  version: string;
}

/** As in packs.md, as JSON. */
export type Pack = { [part: string]: unknown };

export interface Problem {
  kind: "usage" | "input" | "store" | "refused" | "not_found";
  message: string;
  where: string;
  hint: string;
}

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

export interface JointChoice extends Words {
  preset?: string;
  /** In the units of pop.parameters. */
  set?: { [parameter: string]: number };
}

export interface PopChoice extends JointChoice {
  again_min?: number;
  tolerance?: number;
}

export interface SolverCounts {
  steps: number;
  rejected: number;
  slopes: number;
  events: number;
  jacobians: number;
  event_evaluations: number;
}

export type JointParameters = { [parameter: string]: { value: number; unit: string } };

export interface PopRun {
  popped: boolean;
  had_gas: boolean;
  force_N: number;
  time_s: number;
  gap_m: number;
  lowest_pressure_Pa: number;
  cavity_max_m3: number;
  cavity_max_after_s: number;
  still_growing: boolean;
  first_peak_m3: number;
  first_peak_after_s: number;
  cavity_end_m3: number;
  gap_end_m: number;
  accel_max_m3_s2: number;
  accel_min_m3_s2: number;
  accel_max_after_s: number;
  accel_min_after_s: number;
  inflow_m3: number;
  volume_error: number;
  peak_hz: number;
  centroid_hz: number;
  t5_95_s: number;
  peak_dB_1cm: number;
  peak_Pa: number;
  peak_dB: number;
  end: string;
  end_after_s: number;
  counts: { loading: SolverCounts; opening: SolverCounts };
}

export interface ToldWait {
  at_least_min: number;
  typical_min: number;
  low_min: number;
  high_min: number;
}

export interface PopTrace {
  time_s: number[];
  force_N: number[];
  gap_m: number[];
  pressure_Pa: number[];
  cavity_m3: number[];
  sound?: { start_s: number; rate_Hz: number; accel_m3_s2: number[] };
}

/** Pressures in the air, in Pa. */
export interface Heard {
  rate_Hz: number;
  full_scale_Pa: number;
  samples_Pa: number[];
  peak_Pa: number;
  peak_Hz: number;
  centroid_Hz: number;
  t5_95_s: number;
}

/** A joint between two moments of a pull; cavity > 0: gas is in the film. */
export interface HandState {
  time: number;
  gap: number;
  speed: number;
  drawn: number;
  cavity: number;
  flow: number;
}

export interface PopAgain {
  after_min: number;
  path: string[];
  pop: PopRun;
}

export interface PopTold {
  preset: string;
  tolerance: number;
  parameters: JointParameters;
  pop: PopRun;
  wait: {
    pocket_m3: number;
    ready: boolean;
    ready_min: number;
    levels: { left: number; minutes: number }[];
    gas_error: number;
    counts: SolverCounts;
    told: ToldWait;
  };
}

export interface Quantiles {
  median: number;
  p05: number;
  p95: number;
}

export interface SweepRow {
  failed: boolean;
  popped: boolean;
  in_range: boolean;
  force_N: number;
  peak_dB: number;
  peak_Hz: number;
  wait_min: number;
}

export interface FigureChoice extends Words {
  technique: string;
  /** Which error of the technique to show; 0, or none, for the technique itself. */
  error?: number;
  step?: "set_up" | "out" | "hold" | "back";
  /** 0..1 of that step. */
  part?: number;
  /** How much of the whole movement to show, 0..1. */
  range?: number;
  side?: "left" | "right";
  skin?: number;
  clothes?: number;
  ghost?: boolean;
  arrows?: boolean;
  spots?: boolean;
}

/** One path element: `d` where it never moves, else `letters` (M, L, C, Z) for the numbers of a
 *  frame, two for each of M and L, six for each C. */
export interface FigurePath {
  role: string;
  colour: string;
  edge?: string;
  stroke?: number;
  opacity?: number;
  d?: string;
  letters?: string;
}

export interface FigureTrack {
  text: string;
  view: number[];
  tempo: { out_s: number; hold_s: number; back_s: number; rest_s: number };
  mirrored: boolean;
  /** Unmirrored it goes to the figure's right. */
  to_right: boolean;
  paths: FigurePath[];
}

export interface Methods {
  "about": {
    input: Words;
    output: { version: string; knowledge: KnowledgeStamp; notice: string };
  };
  "facts": {
    input: Words;
    output: { facts: FactWords[] };
  };
  "countries": {
    input: Words;
    output: { countries: Country[] };
  };
  "check": {
    input: Sheet & { id?: string | number };
    output: Verdict;
  };
  "interview": {
    input: Sheet & { goal?: "level" | "picture"; wishes?: boolean };
    output: { page: QuestionPage } | { verdict: Verdict } | { done: true };
  };
  "explain": {
    input: Sheet & { id: string };
    output: ExplainedRule | ExplainedCondition | ExplainedTechnique | ExplainedFact | ExplainedStatement | ExplainedEscalation | ExplainedLevel;
  };
  "prove": {
    input: Words;
    output: { holds: boolean; complete: boolean; sheets: string; covered: string; fraction: number; levels: { [level: string]: string }; nodes: number; properties: ProvedProperty[]; knowledge: KnowledgeStamp };
  };
  "questions": {
    input: Words;
    output: { questions: CommonQuestion[]; knowledge: KnowledgeStamp; notice: string };
  };
  "plan": {
    input: Sheet & { history?: History };
    output: ShownPlan;
  };
  "swap": {
    input: Sheet & { history?: History; plan: Plan; out: string; in: string };
    output: ShownPlan;
  };
  "session.start": {
    input: { plan: Plan; pain?: number };
    output: Happened;
  };
  "session.event": {
    input: { plan: Plan; state: SessionState; kind: string; fields?: { [field: string]: unknown } };
    output: Happened;
  };
  "session.step": {
    input: Standing & { event?: Stepping; now_ms?: number; gap_ms?: number };
    output: { state: SessionState; effects: SessionEffect[] };
  };
  "session.view": {
    input: Standing & { now_ms: number; gap_ms?: number };
    output: SessionView;
  };
  "session.resume": {
    input: { session: string; events?: Stepping[] };
    output: { plan: Plan; state: SessionState; effects: SessionEffect[] };
  };
  "session.summary": {
    input: Standing;
    output: SessionSummary;
  };
  "record.append": {
    input: { events: NewEvent[] };
    output: Appended & { ids: string[] };
  };
  "record.take": {
    input: { events: LimberEvent[] };
    output: Appended & { ids: string[] };
  };
  "record.screened": {
    input: Sheet & { asked?: string[] };
    output: { id: string; level: Level };
  };
  "record.list": {
    input: { since?: number };
    output: { events: LimberEvent[]; last: number };
  };
  "record.history": {
    input: { id: string };
    output: { id: string; versions: { what: "noted" | "edited" | "deleted"; at: string; data: { [field: string]: unknown } }[] };
  };
  "export": {
    input: {};
    output: { document: string; events: number };
  };
  "import": {
    input: { document: string };
    output: Appended;
  };
  "pack.check": {
    input: { pack: Pack };
    output: PackHead & { problems: Problem[]; techniques: string[] };
  };
  "pack.add": {
    input: { pack: Pack };
    output: PackHead;
  };
  "pack.list": {
    input: {};
    output: { packs: PackHead[] };
  };
  "pack.remove": {
    input: { id: string };
    output: { id: string };
  };
  "today": {
    input: Sheet;
    output: Today;
  };
  "log": {
    input: Words & { limit?: number };
    output: { days: DiaryDay[]; all: number; pop_timer: PopTimer | null };
  };
  "trend": {
    input: { weeks?: number };
    output: { from: string; to: string; pain: Series; stiffness: Series; sessions: Series; places: PlaceNoted[] };
  };
  "report": {
    input: Words & { columns?: number };
    output: { text: string; made_on: string };
  };
  "pop": {
    input: PopChoice;
    output: PopTold & { again?: PopAgain };
  };
  "pop.trace": {
    input: PopChoice & { sound?: boolean };
    output: PopTold & { again?: PopAgain & { trace: PopTrace }; trace: PopTrace; wait_trace: { minutes: number[]; volume: number[]; co2_mol: number[]; o2_mol: number[]; n2_mol: number[] } };
  };
  "pop.plot": {
    input: PopChoice & { theme?: "automatic" | "light" | "dark" | "page" };
    output: { svg: string };
  };
  "pop.sound": {
    input: PopChoice & { burst?: boolean; snap?: boolean; seed?: number };
    output: Heard;
  };
  "pop.snap": {
    input: Words;
    output: Heard;
  };
  "pop.hand": {
    input: JointChoice & { gas?: boolean; state?: HandState; force_from_N: number; force_to_N: number; seconds: number };
    output: { state: HandState; force_N: number; pressure_Pa: number; out_of_range: boolean; pop?: PopRun; trace?: PopTrace; sound?: Heard };
  };
  "pop.wait": {
    input: JointChoice;
    output: { told: ToldWait; ready: boolean; ready_min: number };
  };
  "pop.sweep": {
    input: JointChoice & { points?: number; seed?: number; tolerance?: number; rows?: boolean };
    output: { points: number; wanted: number; complete: boolean; popped: number; failed: number; in_range: number; force_N: Quantiles; peak_dB: Quantiles; peak_Hz: Quantiles; wait_min: Quantiles; rows?: SweepRow[] };
  };
  "pop.presets": {
    input: Words;
    output: { presets: { id: string; title: string; note: string; facet: boolean; parameters: JointParameters }[] };
  };
  "pop.parameters": {
    input: Words & { preset?: string };
    output: { parameters: { name: string; symbol: string; unit: string; value: number; low: number; high: number; published: number[] | null; meaning: string; more: string; less: string; source: string; tag: string }[] };
  };
  "pop.selftest": {
    input: Words;
    output: { checks: { id: string; what: string; value: number; expected: number; tolerance: number; error: number; pass: boolean }[]; failed: number };
  };
  "figure": {
    input: FigureChoice;
    output: { svg: string; text: string; view: number[] };
  };
  "figure.track": {
    input: FigureChoice;
    output: FigureTrack;
  };
  "figure.frame": {
    input: FigureChoice;
    output: { tenths: number[] };
  };
  "figure.sheet": {
    input: Words;
    output: { svg: string };
  };
}

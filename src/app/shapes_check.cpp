// Shapes of the use-cases that ask, judge and tell why.
#include "app/shapes.h"

namespace limber {
namespace {

constexpr std::string_view kTypes = R"(
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
)";

constexpr Shape kMethods[] = {
    {"about", "Words", "{ version: string; knowledge: KnowledgeStamp; notice: string }"},
    {"facts", "Words", "{ facts: FactWords[] }"},
    {"countries", "Words", "{ countries: Country[] }"},
    {"check", "Sheet & { id?: string | number }", "Verdict"},
    {"interview", "Sheet & { goal?: \"level\" | \"picture\"; wishes?: boolean }",
     "{ page: QuestionPage } | { verdict: Verdict } | { done: true }"},
    {"explain", "Sheet & { id: string }",
     "ExplainedRule | ExplainedCondition | ExplainedTechnique | ExplainedFact | ExplainedStatement "
     "| "
     "ExplainedEscalation | ExplainedLevel"},
    {"prove", "Words",
     "{ holds: boolean; complete: boolean; sheets: string; covered: string; fraction: number; "
     "levels: { "
     "[level: string]: string }; nodes: number; properties: ProvedProperty[]; knowledge: "
     "KnowledgeStamp }"},
};

}  // namespace

Shapes check_shapes() {
  return {kTypes, kMethods};
}

}  // namespace limber

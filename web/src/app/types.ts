// The core's own types (src/core/types.gen.ts), under the names pages use.
import type { Answers, Clearance, Output, PageItem, ShownItem, ShownPlan } from "../core";

export type { Answers, Clearance, Country, Dose, Level, Plan, QuestionPage, SessionView, Source, Verdict } from "../core";
export type Answer = Answers[string];
export type Item = PageItem;
export type PlanItem = ShownItem;
export type PlanAnswer = ShownPlan;
export type LeftOut = ShownPlan["excluded"][number];
export type Today = Output<"today">;
/** Answers, and a professional's word. */
export interface Sheet {
  answers: Answers;
  clearance?: Clearance;
}

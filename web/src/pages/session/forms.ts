// The questions of a session, as forms: a title and choices, or a number from 0 to 10 where there are
// none. Which one is open follows from what the core asks and what the person has tapped.
import type { SessionQuestion } from "../../core";

export type FormName =
  | "pain_before"
  | "hurt_kind"
  | "hurt_number"
  | "why_stopped"
  | "go_on"
  | "pain_after"
  | "pop_spot";

export interface Form {
  name: FormName;
  /** Text id of what is asked. */
  title: string;
  /** Text ids; without them a number is asked for. */
  choices?: readonly string[];
  /** The first choice is a warning sign. */
  warns?: boolean;
}

export const forms: Readonly<Record<FormName, Form>> = {
  pain_before: { name: "pain_before", title: "ui.guide.pain_before" },
  hurt_kind: {
    name: "hurt_kind",
    title: "ui.guide.hurt",
    choices: ["ui.guide.hurt.nerve", "ui.guide.hurt.sharp", "ui.guide.hurt.spreading", "ui.guide.hurt.plain"],
    warns: true,
  },
  hurt_number: { name: "hurt_number", title: "ui.guide.hurt.number" },
  why_stopped: {
    name: "why_stopped",
    title: "ui.guide.why",
    choices: ["ui.guide.why.nerve", "ui.guide.why.hurt", "ui.guide.why.unwell", "ui.guide.why.done"],
    warns: true,
  },
  go_on: { name: "go_on", title: "ui.guide.go_on", choices: ["ui.guide.go_on.yes", "ui.guide.go_on.no"] },
  pain_after: { name: "pain_after", title: "ui.guide.pain_after" },
  pop_spot: {
    name: "pop_spot",
    title: "ui.guide.spot",
    choices: ["ui.guide.spot.same", "ui.guide.spot.other"],
  },
};

/** The form for what the core asks; the emergency questions are a page of their own. */
export function formFor(question: SessionQuestion): Form | undefined {
  switch (question) {
    case "pain_before":
      return forms.pain_before;
    case "hurt":
      return forms.hurt_kind;
    case "why_stopped":
      return forms.why_stopped;
    case "go_on":
      return forms.go_on;
    case "pain_after":
      return forms.pain_after;
    default:
      return undefined;
  }
}

/** Reasons of a stop, in the order of the choices of `why_stopped`. */
export const stopReasons = ["nerve", "hurt", "unwell", "done"] as const;

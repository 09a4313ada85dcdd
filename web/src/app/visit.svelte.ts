// One visit of one person: the check, its verdict, the wishes, the plan. It lives as long as the tab;
// what outlives it is in the record.
import { Interview } from "./interview.svelte";
import { choices } from "./settings.svelte";
import type { Answers, Clearance, PlanAnswer, Verdict } from "./types";

class Visit {
  check = $state.raw<Interview | undefined>();
  wishes = $state.raw<Interview | undefined>();
  plan = $state.raw<PlanAnswer | undefined>();
  /** The session the check belongs to, where it follows a stop. */
  afterStop = $state(false);
  /** The verdict of the check has gone into the record. */
  kept = $state(false);

  get verdict(): Verdict | undefined {
    return this.check?.verdict;
  }

  /** Begins the questions anew; nothing of the last check is carried over but what is `known`. */
  beginCheck(known: Answers, clearance?: Clearance, afterStop = false): Interview {
    this.check = new Interview(known, false, clearance);
    this.check.next();
    this.wishes = undefined;
    this.plan = undefined;
    this.afterStop = afterStop;
    this.kept = false;
    return this.check;
  }

  beginWishes(): Interview | undefined {
    if (this.check === undefined) return undefined;
    this.wishes = new Interview(this.check.sheet.answers, true, this.check.clearance);
    this.wishes.marks = { ...choices.kit };
    this.wishes.next();
    this.plan = undefined;
    return this.wishes;
  }
}

export const visit = new Visit();

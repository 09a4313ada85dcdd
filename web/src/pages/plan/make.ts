// Asks the core for a plan, and for another technique in place of one.
import { ask } from "../../app/core";
import { visit } from "../../app/visit.svelte";
import { LimberError, type Input } from "../../core";
import type { PlanAnswer } from "../../app/types";

interface Made {
  plan: PlanAnswer | undefined;
  /** Why there is none, in words. */
  trouble: string;
}

function tried(make: () => PlanAnswer): Made {
  try {
    return { plan: make(), trouble: "" };
  } catch (reason) {
    if (!(reason instanceof LimberError)) throw reason;
    return { plan: undefined, trouble: [reason.message, reason.hint].filter((part) => part !== "").join(". ") };
  }
}

/** What was done before decides where doses start; the core takes it from the record. */
function input(): Input<"plan"> {
  return visit.wishes?.sheet ?? {};
}

export function makePlan(): Made {
  return tried(() => ask("plan", input()));
}

export function swapTechnique(made: PlanAnswer, out: string, wanted: string): Made {
  return tried(() => ask("swap", { ...input(), plan: made.plan, out, in: wanted }));
}

// Left out for want of room or by choice: not because of anything that was said, and nothing is missing
// to do it.
const forRoom = ["plan.excluded.enough", "plan.excluded.minutes", "plan.excluded.region", "plan.excluded.swapped"];

export function maySwapIn(left: PlanAnswer["excluded"][number]): boolean {
  return left.conditions.length === 0 && forRoom.includes(left.reason);
}

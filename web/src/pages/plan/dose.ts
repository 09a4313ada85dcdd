// Doses and times in words.
import { t } from "../../app/words.svelte";
import type { Dose } from "../../app/types";

/** "1 min 22 s", "45 s". */
export function timeText(seconds: number): string {
  const whole = Math.round(seconds);
  return t("ui.plan.time", { minutes: Math.floor(whole / 60), seconds: whole % 60 });
}

/** "5 times on each side, hold for 3 s". */
export function doseText(dose: Dose): string {
  const parts = [t(dose.sides > 1 ? "ui.plan.reps_each_side" : "ui.plan.reps", { reps: dose.reps })];
  if (dose.hold_s > 0) parts.push(t("ui.plan.hold", { seconds: dose.hold_s }));
  if (dose.sets > 1) parts.push(t("ui.plan.sets", { sets: dose.sets }));
  return parts.join(", ");
}

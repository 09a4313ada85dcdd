// Numbers as the chosen language writes them.
import { words } from "../../app/words.svelte";

export function number(value: number, digits = 0): string {
  const shown = Math.abs(value) < 0.5 * 10 ** -digits ? 0 : value; // no "-0"
  return new Intl.NumberFormat(words.language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(shown);
}

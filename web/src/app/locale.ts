// How the shown language is written where the person lives. "en" alone would be American; the browser's
// own region of the language says how dates and numbers are written.
import { words } from "./words.svelte";

/** "en-GB" for English in a browser that asks for it. */
export function localeOf(language: string): string {
  return globalThis.navigator?.languages?.find((tag) => tag.split("-")[0] === language) ?? language;
}

/** "21 November 2026" for style "long"; a moment, or the days of a record, in the machine's own time. */
export function dayText(moment: Date, style: "full" | "long" | "medium"): string {
  return new Intl.DateTimeFormat(localeOf(words.language), { dateStyle: style }).format(moment);
}

// Whom to call: the numbers of the chosen country, from the knowledge's own table.
import { ask } from "./core";
import { choices } from "./settings.svelte";
import { words } from "./words.svelte";
import type { Country } from "./types";

export function countries(): Country[] {
  return ask("countries", {}).countries;
}

/** The chosen country, else the one the browser's language names, if the table has it. */
export function countryOf(all: readonly Country[]): Country | undefined {
  const named = navigator.languages.map((tag) => tag.split("-")[1]?.toUpperCase());
  return [choices.country, ...named]
    .map((code) => all.find((each) => each.code === code))
    .find((each) => each !== undefined);
}

/** A country in the shown language. */
export function countryName(code: string): string {
  return new Intl.DisplayNames([words.language], { type: "region" }).of(code) ?? code;
}

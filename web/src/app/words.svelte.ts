// The texts of the chosen language. They are the knowledge's own (knowledge/texts), so that the page,
// the core and the terminal say the same thing in the same words.
import { knowledgeUrls } from "virtual:limber";
import { formatMessage, type Arguments } from "./message";

type Catalogue = Readonly<Record<string, string>>;

/** Each language in its own words: a person has to find it whatever is shown now. */
export const languageNames: Readonly<Record<string, string>> = { en: "English", de: "Deutsch" };
export const languages: readonly string[] = Object.keys(knowledgeUrls);

class Words {
  language = $state("en");
  catalogue = $state.raw<Catalogue>({});
}
export const words = new Words();

/** The text of a key. A key that is not there is a mistake of ours, never an empty line. */
export function t(key: string, args: Arguments = {}): string {
  const message = words.catalogue[key];
  if (message === undefined) throw new Error(`there is no text "${key}"`);
  return formatMessage(message, args, words.language);
}

export function hasText(key: string): boolean {
  return key in words.catalogue;
}

/** The language to begin with: the chosen one, else the first of the browser's that we have. */
export function firstLanguage(chosen: string | undefined): string {
  const wanted = [chosen, ...navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()), "en"];
  return wanted.find((tag) => tag !== undefined && languages.includes(tag)) ?? languages[0] ?? "en";
}

/** The compiled knowledge of a language as text, for the core; its texts are shown from now on. */
export async function useLanguage(language: string): Promise<string> {
  const address = knowledgeUrls[language];
  if (address === undefined) throw new Error(`Limber does not speak "${language}"`);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`The texts did not load (${answer.status}).`);
  const knowledge = await answer.text();
  const parsed = JSON.parse(knowledge) as { texts: Record<string, Catalogue> };
  words.catalogue = parsed.texts[language] ?? {};
  words.language = language;
  document.documentElement.lang = language;
  return knowledge;
}

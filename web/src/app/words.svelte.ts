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

type Parts = { texts: Record<string, Catalogue> } & Record<string, unknown>;

async function fetchPart(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`The texts did not load (${answer.status}).`);
  return answer.text();
}

function show(language: string, parsed: Parts): void {
  words.catalogue = parsed.texts[language] ?? {};
  words.language = language;
  document.documentElement.lang = language;
}

function addresses(language: string): { first: string; rest: string } {
  const both = knowledgeUrls[language];
  if (both === undefined) throw new Error(`Limber does not speak "${language}"`);
  return both;
}

/** The knowledge of a language, for the core; `use` shows its texts from now on. */
export interface Spoken {
  knowledge: string;
  use(): void;
}

/** The first part of it, for the first core. */
export async function fetchFirst(language: string): Promise<Spoken> {
  const knowledge = await fetchPart(addresses(language).first);
  return { knowledge, use: () => show(language, JSON.parse(knowledge) as Parts) };
}

/** All of it, for the whole core. */
export async function fetchWhole(language: string): Promise<Spoken> {
  const { first, rest } = addresses(language);
  const [one, two] = await Promise.all(
    [first, rest].map(async (part) => JSON.parse(await fetchPart(part)) as Parts),
  ) as [Parts, Parts];
  const texts = { [language]: { ...one.texts[language], ...two.texts[language] } };
  const whole: Parts = { ...one, ...two, texts };
  return { knowledge: JSON.stringify(whole), use: () => show(language, whole) };
}

// What must be there before the first page: the texts. What may come a moment later: the core, with
// the record in it.
import { fetchCore, openCoreWith, useKnowledge } from "./core";
import { person } from "./person.svelte";
import { offline } from "./offline.svelte";
import { choices, recallLook } from "./settings.svelte";
import { firstLanguage, useLanguage, words } from "./words.svelte";

class Started {
  /** The core can be asked. */
  ready = $state(false);
  /** Why it cannot, for good. */
  trouble = $state("");
}
export const started = new Started();

let opened: Promise<void> | undefined;

/** Resolves when the core can be asked. */
export function coreReady(): Promise<void> {
  return opened ?? Promise.reject(new Error("nothing was started"));
}

export async function start(): Promise<void> {
  recallLook();
  const wasm = fetchCore();
  const kept = person.load();
  wasm.catch(() => undefined);
  kept.catch(() => undefined);
  const knowledge = await useLanguage(firstLanguage(choices.language));
  opened = open(wasm, knowledge, kept);
  opened.catch((trouble: unknown) => {
    started.trouble = trouble instanceof Error ? trouble.message : String(trouble);
  });
}

async function open(
  wasm: Promise<Response>,
  knowledge: string,
  kept: ReturnType<typeof person.load>,
): Promise<void> {
  const { events, device } = await kept;
  await openCoreWith(wasm, knowledge, events, device);
  person.connect();
  if (choices.language !== undefined && choices.language !== words.language) {
    await useKnowledge(await useLanguage(firstLanguage(choices.language)));
    person.refresh();
  }
  started.ready = true;
  void offline.start();
}

/** Another language, at once and everywhere: the texts of the page and those of the core. */
export async function changeLanguage(language: string): Promise<void> {
  const knowledge = await useLanguage(language);
  await useKnowledge(knowledge);
  person.choose({ language });
}

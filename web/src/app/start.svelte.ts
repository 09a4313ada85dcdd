// What must be there before the first page: the texts. What may come a moment later: the first core,
// with the record in it. And what comes while questions are answered: the whole core.
import { becomeWhole, fetchCore, openCoreWith, speak } from "./core";
import { person } from "./person.svelte";
import { offline } from "./offline.svelte";
import { choices, recallLook } from "./settings.svelte";
import { fetchFirst, firstLanguage, words } from "./words.svelte";

class Started {
  /** The core can be asked. */
  ready = $state(false);
  /** All of it: plans, sessions, the diary, explanations. */
  whole = $state(false);
  /** Why it cannot, for good. */
  trouble = $state("");
}
export const started = new Started();

let opened: Promise<void> | undefined;

/** Resolves when the core can be asked. */
export function coreReady(): Promise<void> {
  return opened ?? Promise.reject(new Error("nothing was started"));
}

/** Resolves when all of the core can be asked. */
export async function wholeReady(): Promise<void> {
  await coreReady();
  if (started.whole) return;
  await becomeWhole();
  started.whole = true;
  person.refresh();
}

/** Fetches all of the core when there is nothing else to do; whoever needs it then tries again. */
export function foresee(): void {
  const begin = (): void => void wholeReady().catch(() => undefined);
  if ("requestIdleCallback" in globalThis) requestIdleCallback(begin, { timeout: 3000 });
  else setTimeout(begin, 500);
}

export async function start(): Promise<void> {
  recallLook();
  const wasm = fetchCore();
  const kept = person.load();
  wasm.catch(() => undefined);
  kept.catch(() => undefined);
  const spoken = await fetchFirst(firstLanguage(choices.language));
  spoken.use();
  opened = open(wasm, spoken.knowledge, kept);
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
    await speak(firstLanguage(choices.language));
    person.refresh();
  }
  started.ready = true;
  if (events.length > 0) foresee();
  void offline.start();
}

/** Another language, at once and everywhere: the texts of the page and those of the core. */
export async function changeLanguage(language: string): Promise<void> {
  await speak(language);
  person.choose({ language });
}

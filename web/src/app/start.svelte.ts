// What must be there before the first page: the texts. What may come a moment later: the core.
import { loadCore } from "./core";
import { applyTheme, choices } from "./settings.svelte";
import { firstLanguage, useLanguage } from "./words.svelte";

class Start {
  /** The core can be asked. */
  ready = $state(false);
  /** Why it cannot, for good. */
  trouble = $state("");
}
export const started = new Start();

let knowledge: Promise<string> | undefined;
let core: Promise<void> | undefined;

function knowledgeReady(): Promise<string> {
  knowledge ??= useLanguage(firstLanguage(choices.language));
  return knowledge;
}

/** Resolves when the core can be asked. */
export function coreReady(): Promise<void> {
  core ??= loadCore(knowledgeReady()).then(
    () => void (started.ready = true),
    (trouble: unknown) => {
      started.trouble = trouble instanceof Error ? trouble.message : String(trouble);
      throw trouble;
    },
  );
  return core;
}

export async function start(): Promise<void> {
  applyTheme(choices.theme);
  void coreReady().catch(() => undefined); // it is in `trouble`
  await knowledgeReady();
}

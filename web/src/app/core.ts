// The core in this page: every question about health, plans and sessions is answered by the same C++
// that answers in the terminal.
import { coreUrl } from "virtual:limber";
import { LimberError, openCore, type Core, type Method } from "../core";

export { LimberError as CoreError };

let core: Core | undefined;

export async function loadCore(knowledge: Promise<string>): Promise<void> {
  core = await openCore({ wasm: fetch(coreUrl), knowledge });
}

/** One use-case of docs/api.md: its answer, or a CoreError. */
export function ask<Answer>(method: Method, input: object): Answer {
  if (core === undefined) throw new LimberError("usage", "the core is not loaded", "", "");
  return core.call(method, input as never) as Answer;
}

// The core in this page: every question about health, plans and sessions is answered by the same C++
// that answers in the terminal (src/core). Here it is opened, with the texts that are shown, and asked
// in the language that is shown. The first core is small, so that the first question is there at once;
// the whole one takes its place, with the same record, before any page that needs it.
import { coreUrl, firstCoreUrl, labUrl } from "virtual:limber";
import { openCore, type Core, type Input, type LimberEvent, type Method, type Output } from "../core";
import { compileWasm } from "../core/compile";
import { isLabMethod, openLab, type Lab, type LabMethod } from "../core/lab";
import { fetchFirst, fetchWhole, words, type Spoken } from "./words.svelte";

let core: Core | undefined;
let knowledgeText = "";
let whole = false;
let turn: Promise<unknown> = Promise.resolve();
let labOnItsWay: Promise<Lab> | undefined;
let lab: Lab | undefined;
let sink: (events: readonly LimberEvent[]) => void = () => undefined;

/** Opens the first core with the first part of the knowledge of the shown language and the events that are kept. */
export async function openCoreWith(
  wasm: Promise<Response>,
  knowledge: string,
  events: readonly LimberEvent[],
  device: string,
): Promise<void> {
  knowledgeText = knowledge;
  core = await openCore({ wasm, knowledge, events, device, onEvents: (fresh) => sink(fresh) });
}

/** Fetches the first core; may begin before anything else is there. */
export function fetchCore(): Promise<Response> {
  return fetch(firstCoreUrl);
}

export function theCore(): Core {
  if (core === undefined) throw new Error("the core is not open yet");
  return core;
}

// What changes the core waits for what is changing it.
function inTurn<T>(job: () => Promise<T>): Promise<T> {
  const done = turn.then(job);
  turn = done.catch(() => undefined);
  return done;
}

function take(spoken: Spoken, module?: WebAssembly.Module): void {
  theCore().become(spoken.knowledge, module);
  knowledgeText = spoken.knowledge;
  spoken.use();
}

/** The whole core in place of the first; from then on `ask` knows all but what is the lab's. */
export function becomeWhole(): Promise<void> {
  return inTurn(async () => {
    if (whole) return;
    const [spoken, module] = await Promise.all([fetchWhole(words.language), compileWasm(fetch(coreUrl))]);
    take(spoken, module);
    whole = true;
  });
}

/** Another language, in the core and in the lab if that is there. */
export function speak(language: string): Promise<void> {
  return inTurn(async () => {
    take(await (whole ? fetchWhole(language) : fetchFirst(language)));
    if (labOnItsWay === undefined) return;
    labOnItsWay = undefined;
    await labReady();
  });
}

/** Nothing before labReady(). */
export function theLab(): Lab | undefined {
  return lab;
}

/** Figures and the joint are a file of their own, loaded when first wanted; then `ask` knows them.
 *  Only after becomeWhole: the first part of the knowledge has no figures. */
export async function labReady(): Promise<void> {
  labOnItsWay ??= openLab(fetch(labUrl), knowledgeText);
  try {
    lab = await labOnItsWay;
  } catch (trouble) {
    labOnItsWay = undefined;
    throw trouble;
  }
}

/** Whoever keeps events hears of each new one from now on. */
export function setEventSink(keep: (events: readonly LimberEvent[]) => void): void {
  sink = keep;
}

/** One use-case of docs/api.md, in the language that is shown. Throws LimberError or CoreStopped. */
export function ask<M extends Method>(method: M, input: Input<M>): Output<M> {
  const told = { lang: words.language, ...input };
  if (lab !== undefined && isLabMethod(method)) return lab.call(method as LabMethod, told as never) as Output<M>;
  return theCore().call(method, told);
}

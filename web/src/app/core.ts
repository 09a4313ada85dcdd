// The core in this page: every question about health, plans and sessions is answered by the same C++
// that answers in the terminal (src/core). Here it is opened once, with the texts that are shown, and
// asked in the language that is shown.
import { coreUrl, labUrl } from "virtual:limber";
import { openCore, type Core, type Input, type LimberEvent, type Method, type Output } from "../core";
import { isLabMethod, openLab, type Lab, type LabMethod } from "../core/lab";
import { words } from "./words.svelte";

let core: Core | undefined;
let knowledgeText = "";
let labOnItsWay: Promise<Lab> | undefined;
let lab: Lab | undefined;
let sink: (events: readonly LimberEvent[]) => void = () => undefined;

/** Opens the core with the knowledge of the shown language and the events that are kept. */
export async function openCoreWith(
  wasm: Promise<Response>,
  knowledge: string,
  events: readonly LimberEvent[],
  device: string,
): Promise<void> {
  knowledgeText = knowledge;
  core = await openCore({ wasm, knowledge, events, device, onEvents: (fresh) => sink(fresh) });
}

/** Fetches the core; may begin before anything else is there. */
export function fetchCore(): Promise<Response> {
  return fetch(coreUrl);
}

export function theCore(): Core {
  if (core === undefined) throw new Error("the core is not open yet");
  return core;
}

/** Another language: its texts, for the core and for the lab if that is there. */
export async function useKnowledge(knowledge: string): Promise<void> {
  theCore().setKnowledge(knowledge);
  knowledgeText = knowledge;
  if (labOnItsWay === undefined) return;
  labOnItsWay = undefined;
  await labReady();
}

/** Nothing before labReady(). */
export function theLab(): Lab | undefined {
  return lab;
}

/** Figures and the joint are a file of their own, loaded when first wanted; then `ask` knows them. */
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

// The lab: limber_lab.wasm, loaded when a page first shows a figure or a joint. It keeps nothing
// between calls, and no record. Where curves and sounds are long, callSeries gives them as Float64Array.
import { openAnswer } from "./answer";
import { compileWasm, type File } from "./compile";
import { CoreStopped } from "./errors";
import { instantiate, machine, type Instance } from "./instance.mjs";
import type { Methods } from "./types.gen";

export type LabMethod = Extract<keyof Methods, "prove" | "pop" | `pop.${string}` | "figure" | `figure.${string}`>;

/** A list of numbers, as text gives it or as memory does. */
export type Numbers = ArrayLike<number> & Iterable<number>;
type InSeries<T> = T extends number[]
  ? Numbers
  : T extends (infer Item)[]
    ? InSeries<Item>[]
    : T extends object
      ? { [Field in keyof T]: InSeries<T[Field]> }
      : T;
export type LabOutput<M extends LabMethod> = InSeries<Methods[M]["output"]>;

export function isLabMethod(method: keyof Methods): boolean {
  return method === "prove" || /^(pop|figure)(\.|$)/.test(method);
}

export class Lab {
  readonly #module: WebAssembly.Module;
  readonly #knowledge: string | Uint8Array;
  #instance: Instance | null = null;

  constructor(module: WebAssembly.Module, knowledge: string | Uint8Array) {
    this.#module = module;
    this.#knowledge = knowledge;
    this.#begin();
  }

  /** As Core.call: throws LimberError for what is refused, CoreStopped for a bug of ours. */
  call<M extends LabMethod>(method: M, input: Methods[M]["input"]): Methods[M]["output"] {
    const ask = (lab: Instance): unknown => JSON.parse(lab.call(method, JSON.stringify(input)));
    return openAnswer(this.#run(method, ask)) as Methods[M]["output"];
  }

  /** The same without a detour over text for lists of 64 numbers and more. */
  callSeries<M extends LabMethod>(method: M, input: Methods[M]["input"]): LabOutput<M> {
    return openAnswer(this.#run(method, (lab) => lab.callSeries(method, JSON.stringify(input)))) as LabOutput<M>;
  }

  /** The numbers of figure.track's moving paths at one moment; read them before the next call.
   *  `step` counts set_up, out, hold, back; `part` is 0..1 of it, `range` 0..1 of the movement. */
  figure(technique: string, error: number, mirrored: boolean, step: number, part: number, range: number): Float32Array {
    return this.#run("figure", (lab) => lab.figure(technique, error, mirrored, step, part, range));
  }

  #run<T>(method: string, ask: (lab: Instance) => T): T {
    const instance = this.#instance ?? this.#begin();
    try {
      return ask(instance);
    } catch (trouble) {
      this.#instance = null;
      throw new CoreStopped(method, trouble);
    }
  }

  #begin(): Instance {
    this.#instance = instantiate(this.#module, machine);
    openAnswer(JSON.parse(this.#instance.open(this.#knowledge, "")));
    return this.#instance;
  }
}

/** `wasm`: fetch of limber_lab.wasm; `knowledge`: what the core got. */
export async function openLab(wasm: File, knowledge: string | Promise<string>): Promise<Lab> {
  const [module, document] = await Promise.all([compileWasm(wasm), knowledge]);
  return new Lab(module, document);
}

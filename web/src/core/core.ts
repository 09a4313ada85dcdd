// The core in the browser: every use-case of docs/api.md by name, typed.
//
//   const core = await openCore({ wasm, knowledge, device, events, onEvents });
//   const { page } = core.call('interview', { answers });
//
// The record lives with whoever opens the core: it hands over the events it has (`events`), and is
// told of every event that a call makes (`onEvents`), whichever call that is; it writes them down
// and sends them on. Events from elsewhere (a server, another tab) come in through `take`.
//
// A trap throws CoreStopped. The instance is thrown away and made anew from the same events before
// that, so the next call works and nothing is lost.
import { openAnswer } from "./answer";
import { compileWasm, type File } from "./compile";
import { CoreStopped } from "./errors";
import { instantiate, machine, type Host, type Instance } from "./instance.mjs";
import type { LimberEvent, Methods } from "./types.gen";

export type Method = keyof Methods;
export type Input<M extends Method> = Methods[M]["input"];
export type Output<M extends Method> = Methods[M]["output"];

export interface CoreOptions {
  /** limber.wasm or limber_first.wasm, compiled once. */
  module: WebAssembly.Module;
  /** knowledge.<language>.json, or its first part for limber_first.wasm. */
  knowledge: string | Uint8Array;
  /** The UUID under which events of this browser are filed; empty the first time. */
  device?: string;
  /** The record so far, in the order in which it was made. */
  events?: readonly LimberEvent[];
  /** Told of new events before the call that made them returns. */
  onEvents?: (events: LimberEvent[]) => void;
  /** Another clock and other randomness, for tests. */
  host?: Host;
}

// Keeps one text handed to the core at a few hundred kilobytes, however long the record is.
const MOST_AT_ONCE = 500;

const open = (answer: string): unknown => openAnswer(JSON.parse(answer));

export class Core {
  /** The UUID of this browser's events: keep it and give it to the next openCore. */
  device: string;
  /** Packs of the record that do not fit this knowledge, in words. */
  leftOut: readonly string[] = [];

  readonly #options: CoreOptions;
  readonly #held: LimberEvent[];
  #module: WebAssembly.Module;
  #knowledge: string | Uint8Array;
  // Nothing after a trap whose recovery failed, too: the next call tries again.
  #instance: Instance | null = null;

  constructor(options: CoreOptions) {
    this.#options = options;
    this.#held = [...new Map(options.events?.map((event) => [event.id, event])).values()];
    this.#module = options.module;
    this.#knowledge = options.knowledge;
    this.device = options.device ?? "";
    this.#instance = this.#begin();
  }

  /** One use-case. Throws LimberError for what the core refuses, CoreStopped for a bug of ours. */
  call<M extends Method>(method: M, input: Input<M>): Output<M> {
    const answer = this.#run(method, input);
    this.#collect(true);
    return open(answer) as Output<M>;
  }

  /** Takes in events from elsewhere, all or none; those that are new are not told to onEvents. */
  take(events: readonly LimberEvent[]): Output<"record.take"> {
    const answer = this.#run("record.take", { events });
    this.#collect(false);
    return open(answer) as Output<"record.take">;
  }

  /** The record as it is now, in the order in which it came in. */
  get events(): readonly LimberEvent[] {
    return this.#held;
  }

  /** Another language, or the whole core after the first: the same record. */
  become(knowledge: string | Uint8Array, module: WebAssembly.Module = this.#module): void {
    const before = { knowledge: this.#knowledge, module: this.#module };
    this.#knowledge = knowledge;
    this.#module = module;
    try {
      this.#instance = this.#begin();
    } catch (trouble) {
      this.#knowledge = before.knowledge;
      this.#module = before.module;
      throw trouble;
    }
  }

  /** Forgets every event here. What was written down is whoever's who wrote it. */
  forget(): void {
    this.#held.length = 0;
    this.device = "";
    this.#instance = this.#begin();
  }

  #begin(): Instance {
    const instance = instantiate(this.#module, this.#options.host ?? machine);
    const opened = open(instance.open(this.#knowledge, this.device)) as { device: string };
    this.device = opened.device;
    for (let at = 0; at < this.#held.length; at += MOST_AT_ONCE) {
      const events = this.#held.slice(at, at + MOST_AT_ONCE);
      open(instance.call("record.take", JSON.stringify({ events })));
    }
    if (instance.plans && this.#held.some((event) => event.kind.startsWith("pack."))) {
      const packs = open(instance.takePacks()) as { left_out: { message: string }[] };
      this.leftOut = packs.left_out.map((error) => error.message);
    }
    return instance;
  }

  #run(method: string, input: unknown): string {
    const instance = (this.#instance ??= this.#begin());
    try {
      return instance.call(method, JSON.stringify(input));
    } catch (trouble) {
      this.#instance = null;
      this.#instance = this.#begin();
      throw new CoreStopped(method, trouble);
    }
  }

  // Whichever use-case made events, the record is longer now than what is held here.
  #collect(tell: boolean): void {
    if (this.#instance?.recorded() === this.#held.length) return;
    const listing = this.#run("record.list", { since: this.#held.length });
    const fresh = open(listing) as { events: LimberEvent[] };
    this.#held.push(...fresh.events);
    if (fresh.events.some((event) => event.kind.startsWith("pack."))) this.#instance = this.#begin();
    if (tell) this.#options.onEvents?.(fresh.events);
  }
}

/** Compiles and opens; limber.wasm and the knowledge may still be on their way. */
export async function openCore(
  options: Omit<CoreOptions, "module" | "knowledge"> & {
    wasm: File;
    knowledge: string | Uint8Array | Promise<string | Uint8Array>;
  },
): Promise<Core> {
  const { wasm, knowledge, ...rest } = options;
  const [module, document] = await Promise.all([compileWasm(wasm), knowledge]);
  return new Core({ ...rest, module, knowledge: document });
}

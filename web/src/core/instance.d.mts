/** What the page lends to the core. */
export interface Host {
  /** Milliseconds since 1970, UTC. */
  nowMs(): number;
  /** Minutes east of UTC at that moment. */
  offsetMin(atMs: number): number;
  /** Fills the bytes; fit for keys. */
  random(bytes: Uint8Array): void;
}

export interface Instance {
  /** Each answer is the exact JSON text {"ok": ...} or {"error": ...}. */
  open(knowledge: string | Uint8Array, device: string): string;
  call(method: string, json: string): string;
  /** Whether techniques are planned with here, so that packs matter: limber.wasm only. */
  readonly plans: boolean;
  takePacks(): string;
  /** limber_lab.wasm only: the parsed answer, with each long list of numbers as a Float64Array. */
  callSeries(method: string, json: string): unknown;
  /** How many events the record holds. */
  recorded(): number;
  /** The figure's numbers for one moment, to be read before the next call. */
  figure(technique: string, error: number, mirrored: boolean, step: number, part: number, range: number): Float32Array;
  readonly exports: WebAssembly.Exports;
}

export const machine: Host;
export function instantiate(module: WebAssembly.Module, host?: Host): Instance;

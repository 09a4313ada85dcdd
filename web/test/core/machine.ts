// A core on a machine whose clock stands where a test puts it and whose dice are known.
import { readFileSync } from "node:fs";
import { Core, type CoreOptions, type Host } from "../../src/core";

const build = new URL("../../../build/", import.meta.url);
export const wasmFolder = process.env["LIMBER_WASM_DIR"] ?? new URL("wasm/", build).pathname;
const made = process.env["LIMBER_KNOWLEDGE_DIR"] ?? new URL("dev/knowledge/", build).pathname;

export const module_ = await WebAssembly.compile(readFileSync(`${wasmFolder}/limber.wasm`));
export const knowledge = readFileSync(`${made}/knowledge.en.json`, "utf8");

export class TestHost implements Host {
  at = 1_790_000_000_000;
  /** Breaks once. */
  broken = false;
  #next = 0;

  nowMs(): number {
    return this.at;
  }
  offsetMin(): number {
    return 60;
  }
  random(bytes: Uint8Array): void {
    // An exception from here passes through the core as a trap does: in the middle of a use-case.
    if (this.broken) {
      this.broken = false;
      throw new WebAssembly.RuntimeError("unreachable");
    }
    for (let i = 0; i < bytes.length; ++i) bytes[i] = ++this.#next & 0xff;
  }
}

export function newCore(options: Partial<CoreOptions> = {}): Core {
  return new Core({ module: module_, knowledge, host: new TestHost(), ...options });
}

export const note = (text: string) => ({ events: [{ kind: "note", payload: { text } }] });

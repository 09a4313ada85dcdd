// The core in this page: every question about health, plans and sessions is answered by the same C++
// that answers in the terminal.
import { coreUrl } from "virtual:limber";

/** What the core refuses, and why, in words that can be shown. */
export class CoreError extends Error {
  constructor(
    readonly kind: string,
    message: string,
    readonly hint: string,
  ) {
    super(message);
  }
}

type Call = (method: string, json: string) => string;
let call: Call | undefined;

interface Exports {
  memory: WebAssembly.Memory;
  _initialize?: () => void;
  limber_alloc(size: number): number;
  limber_free(at: number): void;
  limber_call(name: number, nameSize: number, json: number, jsonSize: number): number;
  limber_answer(): number;
  limber_answer_length(): number;
}

function bind(exports: Exports): Call {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const put = (text: string): [number, number] => {
    const bytes = encoder.encode(text);
    const at = exports.limber_alloc(bytes.length);
    new Uint8Array(exports.memory.buffer, at, bytes.length).set(bytes);
    return [at, bytes.length];
  };
  return (method, json) => {
    const [name, nameSize] = put(method);
    const [input, inputSize] = put(json);
    const done = exports.limber_call(name, nameSize, input, inputSize);
    exports.limber_free(name);
    exports.limber_free(input);
    if (done !== 1) throw new CoreError("input", "the knowledge did not load", "");
    const length = exports.limber_answer_length();
    return decoder.decode(new Uint8Array(exports.memory.buffer, exports.limber_answer(), length));
  };
}

export async function loadCore(): Promise<void> {
  const module = await WebAssembly.compileStreaming(fetch(coreUrl));
  const nothing: Record<string, () => number> = {};
  for (const { name } of WebAssembly.Module.imports(module)) nothing[name] = () => 8;
  const instance = await WebAssembly.instantiate(module, { wasi_snapshot_preview1: nothing });
  const exports = instance.exports as unknown as Exports;
  exports._initialize?.();
  call = bind(exports);
}

/** One use-case of docs/api.md: its answer, or a CoreError. */
export function ask<Answer>(method: string, input: object): Answer {
  if (call === undefined) throw new CoreError("usage", "the core is not loaded", "");
  const answer = JSON.parse(call(method, JSON.stringify(input))) as {
    ok?: Answer;
    error?: { kind: string; message: string; hint?: string };
  };
  if (answer.error) throw new CoreError(answer.error.kind, answer.error.message, answer.error.hint ?? "");
  return answer.ok as Answer;
}

// One instance of limber.wasm, as it is: text in, text out. The typed core stands on it
// (core.ts), and so do the conformance tests in Node, which is why this file is plain JavaScript.
//
// A trap throws the engine's own WebAssembly.RuntimeError; the instance must not be used again.
const decoder = new TextDecoder("utf-8", { fatal: true });
const encoder = new TextEncoder();

/** The machine's own clock and randomness. */
export const machine = {
  nowMs: () => Date.now(),
  offsetMin: (atMs) => -new Date(atMs).getTimezoneOffset(),
  random: (bytes) => crypto.getRandomValues(bytes),
};

// The C library asks for a few functions of WASI that have nothing to do here: nothing is written.
function imports(module, host, memory) {
  const wasi = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    if (from === "wasi_snapshot_preview1") wasi[name] = () => 8; // EBADF: there is no such file
    else if (from !== "limber") throw new Error(`unexpected import ${from}.${name}`);
  }
  const limber = {
    now_ms: () => Math.trunc(host.nowMs()),
    offset_min: (atMs) => host.offsetMin(atMs),
    random: (at, count) => void host.random(new Uint8Array(memory(), at, count)),
  };
  return { wasi_snapshot_preview1: wasi, limber };
}

/** Makes an instance of a compiled module; `host` lends clock and randomness. */
export function instantiate(module, host = machine) {
  let exports;
  const instance = new WebAssembly.Instance(module, imports(module, host, () => exports.memory.buffer));
  exports = instance.exports;
  exports._initialize?.();

  const put = (text) => {
    const utf8 = typeof text === "string" ? encoder.encode(text) : text;
    const at = exports.limber_alloc(utf8.length);
    if (at === 0) throw new Error("out of memory");
    new Uint8Array(exports.memory.buffer, at, utf8.length).set(utf8);
    return [at, utf8.length];
  };
  const answer = () =>
    decoder.decode(
      new Uint8Array(exports.memory.buffer, exports.limber_answer(), exports.limber_answer_length()),
    );
  const with2 = (run, one, two) => {
    const [first, firstLength] = put(one);
    const [second, secondLength] = put(two);
    run(first, firstLength, second, secondLength);
    exports.limber_free(second);
    exports.limber_free(first);
    return answer();
  };

  return {
    open: (knowledge, device) => with2(exports.limber_open, knowledge, device),
    call: (method, json) => with2(exports.limber_call, method, json),
    plans: "limber_take_packs" in exports,
    takePacks: () => {
      exports.limber_take_packs();
      return answer();
    },
    callSeries: (method, json) => {
      const text = with2(exports.limber_call_series, method, json);
      const series = (index) => {
        const length = exports.limber_series_length(index);
        // A copy: the room is the next call's, and moves when memory grows.
        return new Float64Array(exports.memory.buffer, exports.limber_series(index), length).slice();
      };
      return JSON.parse(text, (_key, value) =>
        typeof value?.$series === "number" ? series(value.$series) : value,
      );
    },
    recorded: () => exports.limber_recorded(),
    figure: (technique, error, mirrored, step, part, range) => {
      const [at, length] = put(technique);
      const count = exports.limber_figure(at, length, error, mirrored ? 1 : 0, step, part, range);
      exports.limber_free(at);
      return new Float32Array(exports.memory.buffer, exports.limber_figure_numbers(), count);
    },
    exports,
  };
}

// Loads limber.wasm in Node (18 is enough) or a browser: call(method, input) -> the answer's bytes.
// The C library asks for a few functions of WASI that have nothing to do here: nothing is written.
const decoder = new TextDecoder("utf-8", { fatal: true });
const encoder = new TextEncoder();

export async function load(bytes) {
  const module = await WebAssembly.compile(bytes);
  const nothing = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    if (from !== "wasi_snapshot_preview1") throw new Error(`unexpected import ${from}.${name}`);
    nothing[name] = () => 8; // EBADF: there is no such file
  }
  const { exports } = await WebAssembly.instantiate(module, { wasi_snapshot_preview1: nothing });
  exports._initialize?.();

  const put = (text) => {
    const utf8 = encoder.encode(text);
    const at = exports.limber_alloc(utf8.length);
    if (at === 0) throw new Error("out of memory");
    new Uint8Array(exports.memory.buffer, at, utf8.length).set(utf8);
    return [at, utf8.length];
  };

  // `json` is text; the answer is the exact text that Limber gave.
  return function call(method, json) {
    const [name, nameLength] = put(method);
    const [input, inputLength] = put(json);
    const done = exports.limber_call(name, nameLength, input, inputLength);
    exports.limber_free(name);
    exports.limber_free(input);
    if (done !== 1) throw new Error("the knowledge did not load");
    const length = exports.limber_answer_length();
    return decoder.decode(new Uint8Array(exports.memory.buffer, exports.limber_answer(), length));
  };
}

// WebAssembly from wherever it comes.

/** A file on its way: the answer of fetch, or what is already here. */
export type File = Response | Promise<Response> | BufferSource;

export async function compileWasm(wasm: File): Promise<WebAssembly.Module> {
  if (wasm instanceof ArrayBuffer || ArrayBuffer.isView(wasm)) return WebAssembly.compile(wasm);
  const response = await wasm;
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  // A server that does not know the type of .wasm costs speed, not the page.
  if (response.headers.get("content-type") === "application/wasm") {
    return WebAssembly.compileStreaming(response);
  }
  return WebAssembly.compile(await response.arrayBuffer());
}

// Runs a WebAssembly program of ours under Node's WASI: node wasi_run.mjs PROGRAM FOLDER ARGS...
// FOLDER is what the program sees as its own folder.
import { readFileSync } from "node:fs";
import { WASI } from "node:wasi";

const [program, folder, ...args] = process.argv.slice(2);
const wasi = new WASI({ version: "preview1", args: [program, ...args], preopens: { ".": folder } });
const { instance } = await WebAssembly.instantiate(readFileSync(program), {
  wasi_snapshot_preview1: wasi.wasiImport,
});
process.exitCode = wasi.start(instance) ?? 0;

// Runs a WebAssembly program of ours under Node's WASI: node wasi_run.mjs PROGRAM FOLDER ARGS...
// FOLDER is what the program sees as its own folder. Its clock is the processor time of this process,
// as natively, so that other work on the machine changes little.
import { readFileSync } from "node:fs";
import { WASI } from "node:wasi";

const [program, folder, ...args] = process.argv.slice(2);
const wasi = new WASI({ version: "preview1", args: [program, ...args], preopens: { ".": folder } });
const clock = (_id, _precision, at) => {
  const { user, system } = process.cpuUsage();
  new DataView(instance.exports.memory.buffer).setBigUint64(at, BigInt(user + system) * 1000n, true);
  return 0;
};
const { instance } = await WebAssembly.instantiate(readFileSync(program), {
  wasi_snapshot_preview1: { ...wasi.wasiImport, clock_time_get: clock },
});
process.exitCode = wasi.start(instance) ?? 0;

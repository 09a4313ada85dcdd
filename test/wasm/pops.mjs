// The joint's numbers in the browser's core and in the native program agree to 1e-9.
//
//   node pops.mjs LIMBER_LAB.WASM LIMBER KNOWLEDGE.JSON
//
// Every preset and some values changed (L2 with L3), second pulls, a pull by hand, the tendon (L0), a
// sweep, and the self-test, which holds the sphere (L1), Keller-Miksis and the closed forms.
// An array is held against its largest number; what is an error by itself only has to be small.
// How often a solver stepped may differ where a rounding decides, and is not compared.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { webcrypto } from "node:crypto";
import { instantiate } from "../../web/src/core/instance.mjs";

globalThis.crypto ??= webcrypto; // Node 18 has it, but not by this name
const [wasm, native, knowledge] = process.argv.slice(2);
const most = 1e-9;
const errors = new Set(["gas_error", "volume_error"]);

const hand = { force_from_N: 0, force_to_N: 30, seconds: 1 };
const presets = ["finger", "facet_thrust", "facet_stretch", "inflow", "literature"];
const requests = [
  ...presets.map((preset) => [`pop of ${preset}`, "pop", { preset }]),
  ["a pop at a tight tolerance", "pop", { tolerance: 1e-11 }],
  ["an opening without tension", "pop", { set: { inception: 0 } }],
  ["a thin film", "pop", { set: { film: 15, viscosity: 0.04 } }],
  ["a pull that ends below inception", "pop", { set: { pull_max: 10 } }],
  ["a cavity that covers too much", "pop", { set: { inception: -75 } }],
  ["perfusion", "pop.wait", { set: { perfusion: 0.1 } }],
  ["too soon", "pop", { again_min: 5 }],
  ["late enough", "pop", { preset: "facet_stretch", again_min: 45 }],
  ["the curves", "pop.trace", { sound: true, again_min: 3 }],
  ["the sound", "pop.sound", { burst: true, snap: true, seed: 7 }],
  ["a tendon", "pop.snap", {}],
  ["a pull by hand", "pop.hand", hand],
  ["a pull by hand with gas", "pop.hand", { ...hand, gas: true }],
  ["a sweep", "pop.sweep", { points: 20, seed: 3, rows: true, preset: "facet_stretch" }],
  ["the wait that is told", "pop.wait", {}],
  ["the self-test", "pop.selftest", {}],
];

function callNative(method, json) {
  const done = spawnSync(native, ["call", method], { input: json, encoding: "utf8", maxBuffer: 1 << 28 });
  if (done.error) throw done.error;
  return done.stdout;
}

// The worst difference found, as [relative, where].
function compare(a, b, where = "", scale = 0, key = "") {
  if (typeof a === "number" && typeof b === "number") {
    if (errors.has(key) && Math.max(Math.abs(a), Math.abs(b)) < 1e-3) return [0, where];
    const size = Math.max(Math.abs(a), Math.abs(b), scale);
    return [size === 0 ? 0 : Math.abs(a - b) / size, where];
  }
  if (typeof a !== typeof b || Array.isArray(a) !== Array.isArray(b)) return [Infinity, where];
  if (a === null || typeof a !== "object") return [a === b ? 0 : Infinity, where];
  if (a.id === "V14" && b.id === "V14") return [0, where]; // an order, read from errors near rounding
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return [Infinity, where];
  const sizes = Array.isArray(a) ? a.filter((value) => typeof value === "number").map(Math.abs) : [];
  const largest = sizes.reduce((x, y) => Math.max(x, y), 0);
  let worst = [0, where];
  for (const name of keys) {
    if (name === "counts" || name === "error") continue; // the value beside the error is compared
    const found = compare(a[name], b[name], `${where}/${name}`, largest, name);
    if (found[0] > worst[0]) worst = found;
  }
  return worst;
}

let failures = 0;
const { open, call } = instantiate(await WebAssembly.compile(readFileSync(wasm)));
if (!JSON.parse(open(readFileSync(knowledge), "")).ok) throw new Error("the knowledge does not load");
for (const [name, method, input] of requests) {
  try {
    const json = JSON.stringify(input);
    const browser = JSON.parse(call(method, json));
    const machine = JSON.parse(callNative(method, json));
    if (browser.ok === undefined) throw new Error(JSON.stringify(browser.error));
    const [difference, where] = compare(browser, machine);
    if (!(difference <= most)) throw new Error(`differs by ${difference} at ${where}`);
    console.log(`ok ${name}: ${difference.toExponential(1)}`);
  } catch (trouble) {
    console.log(`failed ${name}: ${trouble.message}`);
    ++failures;
  }
}
process.exitCode = failures === 0 ? 0 : 1;

// The same requests to the browser's core and to the native program must give the same bytes.
//
//   node conformance.mjs LIMBER.WASM LIMBER KNOWLEDGE.JSON
//
// Requests are data: test/data/conformance/*.json, each a list of
//   {"name", "method", "input", "error"?: kind}
// sent in order. A value {"$from": "NAME", "path": [...]} in an input is taken from the answer to an
// earlier request of the same file. Prints "ok NAME" or "failed NAME: why" per request.
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { webcrypto } from "node:crypto";
import { instantiate } from "../../web/src/core/instance.mjs";

globalThis.crypto ??= webcrypto; // Node 18 has it, but not by this name
const [wasm, native, knowledge] = process.argv.slice(2);
const folder = new URL("../data/conformance/", import.meta.url);

function fill(value, answers) {
  if (Array.isArray(value)) return value.map((item) => fill(item, answers));
  if (value === null || typeof value !== "object") return value;
  if ("$from" in value) {
    if (!answers.has(value.$from)) throw new Error(`nothing is named ${value.$from}`);
    const found = value.path.reduce((node, key) => node?.[key], answers.get(value.$from));
    if (found === undefined) throw new Error(`${value.$from} has no ${value.path.join("/")}`);
    return found;
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fill(item, answers)]));
}

// The program prints the answer and a line feed; an error answer ends with a failing exit code.
function callNative(method, json) {
  const done = spawnSync(native, ["call", method], { input: json, encoding: "utf8", maxBuffer: 1 << 28 });
  if (done.error) throw done.error;
  if (done.signal) throw new Error(`the native program was ended by ${done.signal}`);
  return done.stdout.replace(/\n$/, "");
}

function differenceAt(a, b) {
  let at = 0;
  while (at < a.length && a[at] === b[at]) ++at;
  return `at ${at}: browser "${a.slice(at, at + 60)}", native "${b.slice(at, at + 60)}"`;
}

let failures = 0;
const { open, call } = instantiate(await WebAssembly.compile(readFileSync(wasm)));
if (!JSON.parse(open(readFileSync(knowledge), "")).ok) throw new Error("the knowledge does not load");
for (const file of readdirSync(folder).filter((name) => name.endsWith(".json")).sort()) {
  const answers = new Map();
  for (const request of JSON.parse(readFileSync(new URL(file, folder), "utf8"))) {
    const name = `${file.replace(".json", "")}: ${request.name}`;
    try {
      const json = JSON.stringify(fill(request.input, answers));
      const browser = call(request.method, json);
      const machine = callNative(request.method, json);
      if (browser !== machine) throw new Error(differenceAt(browser, machine));
      const answer = JSON.parse(browser);
      if (answer.error?.kind !== request.error) throw new Error(`answered ${browser.slice(0, 200)}`);
      answers.set(request.name, answer);
      console.log(`ok ${name}`);
    } catch (trouble) {
      console.log(`failed ${name}: ${trouble.message}`);
      ++failures;
    }
  }
}
process.exitCode = failures === 0 ? 0 : 1;

// The same requests to the browser's core and to the native one must give the same bytes, and pops
// the same numbers to 1e-9; and what is asked and answered must fit the page's types.
//
//   node conformance.mjs WASM_FOLDER LIMBER_CONFORMANCE KNOWLEDGE.JSON [--chromium]
//
// WASM_FOLDER holds limber_first.wasm, limber.wasm and limber_lab.wasm. What the first core serves, with
// the first part of the knowledge (beside KNOWLEDGE.JSON), it must answer as the whole core does. With --chromium a real browser plays the same
// requests, too (chromium.mjs). Prints "ok NAME" or "failed NAME: why", once per request, per whole
// session, and per scenario in the browser.
import { spawnSync } from "node:child_process";
import { webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";
import { instantiate } from "../../web/src/core/instance.mjs";
import { inChromium } from "./chromium.mjs";
import { DEVICE, standingHost } from "./host.mjs";
import { scenarios, trace } from "./requests.mjs";
import { pageTypes } from "./types.mjs";

globalThis.crypto ??= webcrypto; // Node 18 has it, but not by this name
const [folder, native, knowledgeFile] = process.argv.slice(2);
const knowledge = readFileSync(knowledgeFile, "utf8");
const files = { core: `${folder}/limber.wasm`, lab: `${folder}/limber_lab.wasm` };
const modules = {};
for (const [name, file] of Object.entries(files)) modules[name] = await WebAssembly.compile(readFileSync(file));

const first = {
  module: await WebAssembly.compile(readFileSync(`${folder}/limber_first.wasm`)),
  knowledge: readFileSync(knowledgeFile.replace(/json$/, "first.json"), "utf8"),
};

const NEAR = 1e-9;
const wasmOf = (scenario) => (scenario.name.startsWith("lab") ? "lab" : "core");

function open(scenario, host) {
  const instance = instantiate(modules[wasmOf(scenario)], host);
  const opened = JSON.parse(instance.open(knowledge, DEVICE));
  if (!opened.ok) throw new Error(`the knowledge does not load: ${JSON.stringify(opened.error)}`);
  return instance;
}

function nativeAnswers(calls) {
  const lines = calls.map(({ at, method, json }) => `${at} ${method} ${json}\n`);
  const input = `0 open ${DEVICE}\n${lines.join("")}`;
  const done = spawnSync(native, [knowledgeFile], { input, encoding: "utf8", maxBuffer: 1 << 28 });
  if (done.error) throw done.error;
  if (done.status !== 0) throw new Error(`the native core ended with ${done.signal ?? done.status}: ${done.stderr}`);
  return done.stdout.split("\n");
}

// How often the solver looked is not what it found: a last bit in a root costs it a step more.
const isCount = (path) => path.includes("/counts/");

// An error, and what the model's own checks look at, is a difference of numbers of size 1.
const isDifference = (path) => path.endsWith("error") || path.startsWith("/ok/checks/");

// Where two values differ by more than rounding, or "". A curve is as near as its largest value
// allows.
function farApart(a, b, near, path = "", scale = 0) {
  if (typeof a === "number" && typeof b === "number") {
    const size = Math.max(Math.abs(a), Math.abs(b), scale, isDifference(path) ? 1 : 0);
    return isCount(path) || Math.abs(a - b) <= near * size ? "" : `${path}: ${a} and ${b}`;
  }
  if (a === null || b === null || typeof a !== "object" || typeof b !== "object") {
    return a === b ? "" : `${path}: ${a} and ${b}`;
  }
  const isCurve = Array.isArray(b) && b.length > 1 && b.every((value) => typeof value === "number");
  const largest = isCurve ? b.reduce((most, value) => Math.max(most, Math.abs(value)), 0) : 0;
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const far = farApart(a[key], b[key], near, `${path}/${key}`, largest);
    if (far) return far;
  }
  return "";
}

function difference(call, machine) {
  const browser = call.answer;
  if (browser === machine) return "";
  if (call.method.startsWith("pop")) return farApart(JSON.parse(browser), JSON.parse(machine), call.near ?? NEAR);
  let at = 0;
  while (at < browser.length && browser[at] === machine[at]) ++at;
  return `at ${at}: browser "${browser.slice(at, at + 60)}", native "${machine.slice(at, at + 60)}"`;
}

const types = pageTypes();

function trouble(call, machine) {
  const differs = difference(call, machine);
  if (differs) return differs;
  const answer = JSON.parse(call.answer);
  if (answer.error?.kind !== call.error) return `answered ${call.answer.slice(0, 200)}`;
  if (answer.error) return "";
  return (
    types.check(call.method, "input", JSON.parse(call.json)) || types.check(call.method, "output", answer.ok)
  );
}

// Plays a trace of the whole core to the first one. It serves less, so it stops where an event was made
// that it could not make. Gives [how many were the same, what differs].
function playFirst(calls) {
  const host = standingHost();
  const core = instantiate(first.module, host);
  core.open(first.knowledge, DEVICE);
  let same = 0;
  for (const call of calls) {
    host.at = call.at;
    const answer = core.call(call.method, call.json);
    if (JSON.parse(answer).error?.message.startsWith("there is no method")) {
      if (call.makes) break;
    } else if (answer === call.answer) {
      ++same;
    } else {
      let at = 0;
      while (answer[at] === call.answer[at]) ++at;
      return [same, `${call.step}, at ${at}: "${answer.slice(at, at + 60)}" instead of "${call.answer.slice(at, at + 60)}"`];
    }
  }
  return [same, ""];
}

let failures = 0;
function report(name, why) {
  console.log(why ? `failed ${name}: ${why}` : `ok ${name}`);
  if (why) ++failures;
}

const traces = [];
for (const scenario of scenarios()) {
  try {
    const calls = trace(scenario, (host) => open(scenario, host));
    traces.push({ name: scenario.name, wasm: wasmOf(scenario), calls });
    const answers = nativeAnswers(calls);
    const wrong = calls.map((call, index) => ({ call, why: trouble(call, answers[index]) }));
    if (scenario.whole) {
      const first = wrong.find(({ why }) => why);
      report(`${scenario.name}, ${calls.length} calls`, first && `${first.call.step}: ${first.why}`);
    } else {
      for (const { call, why } of wrong) report(`${scenario.name}: ${call.step}`, why);
    }
  } catch (problem) {
    report(scenario.name, problem.message);
  }
}
for (const { name, wasm, calls } of traces) {
  if (wasm !== "core") continue;
  const [same, why] = playFirst(calls);
  if (same > 0 || why) report(`the first core: ${name}, ${same} calls`, why);
}
// The rules hold, so no counter-example is ever seen; the contact sheet is drawn natively only.
const NEVER = ["ProvedProperty.subject", "ProvedProperty.counter_example", "figure.sheet output.svg"];
const unseen = [...types.unseen()].filter((field) => !NEVER.includes(field));
report("every field of the page's types is seen", unseen.join(", "));
if (process.argv.includes("--chromium")) {
  for (const { name, why } of await inChromium({ files, knowledge, traces })) report(`in Chromium: ${name}`, why);
}
process.exitCode = failures === 0 ? 0 : 1;

// The conformance requests as they are sent: whoever plays a scenario against one core gets a trace
// of every call, which can be sent to another core as it is.
//
// Requests are data: test/data/conformance/*.json, each a list of
//   {"name", "method", "input", "error"?: kind, "at_ms"?: the clock from then on, "near"?: number}
// sent in order to a core with an empty record. A value {"$from": "NAME", "path": [...]} in an input
// is taken from the answer to an earlier request of the same file. Whole sessions are played by
// sessions.mjs.
import { readFileSync, readdirSync } from "node:fs";
import { standingHost } from "./host.mjs";
import { sessions } from "./sessions.mjs";

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

function fromFile(file) {
  const requests = JSON.parse(readFileSync(new URL(file, folder), "utf8"));
  return function play(core) {
    const answers = new Map();
    for (const request of requests) {
      if (request.at_ms !== undefined) core.at(request.at_ms);
      const input = fill(request.input, answers);
      answers.set(request.name, core.call(request.method, input, request.name, request));
    }
  };
}

/** Every scenario: {name, play(core)}. */
export function scenarios() {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return [
    ...files.sort().map((file) => ({ name: file.replace(".json", ""), play: fromFile(file) })),
    ...sessions,
  ];
}

/**
 * Plays a scenario. `open(host)` gives an instance (instance.mjs) with an empty record. The trace is
 * a list of {step, at, method, json, answer, error?, near?}.
 */
export function trace(scenario, open) {
  const host = standingHost();
  const instance = open(host);
  const calls = [];
  const core = {
    at: (ms) => void (host.at = ms),
    now: () => host.at,
    call(method, input, step = method, { error, near } = {}) {
      const json = JSON.stringify(input);
      const before = instance.recorded();
      const answer = instance.call(method, json);
      const makes = instance.recorded() !== before; // events
      calls.push({ step, at: host.at, method, json, answer, error, near, makes });
      return JSON.parse(answer);
    },
  };
  scenario.play(core);
  return calls;
}

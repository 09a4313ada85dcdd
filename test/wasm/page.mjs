// Runs in the browser: plays the trace again and posts what differs.
import { DEVICE, standingHost } from "./host.mjs";
import { instantiate } from "./instance.mjs";

function play(trace, module, knowledge) {
  const host = standingHost();
  const instance = instantiate(module, host);
  instance.open(knowledge, DEVICE);
  for (const { step, at, method, json, answer } of trace.calls) {
    host.at = at;
    const here = instance.call(method, json);
    if (here !== answer) return `${step}: ${here.slice(0, 200)}`;
  }
  return "";
}

async function run() {
  const modules = {
    core: await WebAssembly.compileStreaming(fetch("core.wasm")),
    lab: await WebAssembly.compileStreaming(fetch("lab.wasm")),
  };
  const knowledge = await (await fetch("knowledge.json")).text();
  const traces = await (await fetch("traces.json")).json();
  return traces.map((trace) => ({ name: trace.name, why: play(trace, modules[trace.wasm], knowledge) }));
}

const results = await run().catch((problem) => [{ name: "the page", why: String(problem) }]);
await fetch("done", { method: "POST", body: JSON.stringify(results) });

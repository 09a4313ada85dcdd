// One whole pop in WebAssembly: limber_lab.wasm as the page loads it, asked for `pop` in this Node.
// Unlike pop.finger of joint_bench.cpp the call includes what the page gets with it: the sound at
// 384 kHz, its spectrum, the wait, and the JSON. Prints one JSON object per result.
// Usage: node bench/pop_wasm.mjs
import { readFileSync } from 'node:fs';
import { instantiate } from '../web/src/core/instance.mjs';

const built = (file) => readFileSync(new URL(`../build/${file}`, import.meta.url));
const bytes = built('wasm/limber_lab.wasm');
const core = instantiate(await WebAssembly.compile(bytes));
core.open(built('dev/knowledge/knowledge.en.json'), '');

// Processor time, so that what else the machine does does not count.
function milliseconds(method, request, times) {
  const spent = [];
  for (let i = 0; i < times; ++i) {
    const start = process.cpuUsage();
    const answer = core.call(method, JSON.stringify(request));
    const { user, system } = process.cpuUsage(start);
    if (!answer.startsWith('{"ok"')) throw new Error(answer.slice(0, 200));
    spent.push((user + system) * 1e-3);
  }
  return spent.sort((a, b) => a - b)[times >> 1];
}

const report = (name, value, note) => console.log(JSON.stringify({ name, value, unit: 'ms', note }));
const where = `limber_lab.wasm, ${bytes.length} bytes, Node ${process.version}`;
milliseconds('pop', {}, 20);  // lets the engine finish compiling
for (const preset of ['finger', 'facet_thrust', 'facet_stretch'])
  report(`pop.wasm.${preset}`, milliseconds('pop', { preset, tolerance: 1e-8 }, 101),
    `with sound at 384 kHz, spectrum, wait and JSON; goal 3; ${where}`);
report('pop.wasm.wait', milliseconds('pop.wait', {}, 101), `L3 to 600 min and the range that is told; ${where}`);

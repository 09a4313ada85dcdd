// The sheets of triage30, the gate every engine must pass, and the stopwatch, for engines in Node.
import { readFileSync } from "node:fs";

export const kb = JSON.parse(readFileSync(new URL("../triage30/kb.json", import.meta.url), "utf8"));
const SECONDS = Number(process.env.LIMBER_BENCH_SECONDS ?? 4);

export function sheets() {
  let state = kb.sheets.seed;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>>= 0);
  };
  return Array.from({ length: kb.sheets.count }, () => {
    const sheet = {};
    for (const name of kb.facts.bool) sheet[name] = next() % 100 < kb.sheets.true_percent;
    for (const [name, low, high] of kb.facts.num) sheet[name] = low + (next() % (high - low + 1));
    // As JSON gives it: an object grown by computed names is three times slower to read.
    return JSON.parse(JSON.stringify(sheet));
  });
}

// `results`: per sheet {tier, ids ascending}.
export function pass(results) {
  let hash = 7;
  const histogram = [0, 0, 0, 0, 0];
  for (const { tier, ids } of results) {
    ++histogram[tier];
    for (const value of [tier, ...ids]) hash = (Math.imul(hash, 31) + value) >>> 0;
  }
  if (hash !== kb.gate.checksum || String(histogram) !== String(kb.gate.histogram)) {
    throw new Error(`the gate: checksum ${hash}, histogram ${histogram}`);
  }
}

export const tierOf = (ids) => ids.reduce((top, id) => Math.max(top, kb.rules[id - 1].tier), 0);

// Cycles through the sheets for a few seconds, three times; prints the median rate. Seconds are those
// of the processor, so that what else the machine does changes the result little.
export async function measure(name, evaluate, note) {
  const all = sheets();
  const results = [];
  for (const sheet of all) results.push(await evaluate(sheet));
  pass(results);
  const rates = [];
  const waits = evaluate(all[0]) instanceof Promise;
  for (let run = 0; run < 3; ++run) {
    let count = 0;
    const start = process.cpuUsage();
    let spent = 0;
    while (spent < SECONDS) {
      for (let i = 0; i < 500; ++i) {
        const result = evaluate(all[(count + i) % all.length]);
        if (waits) await result;
      }
      count += 500;
      const { user, system } = process.cpuUsage(start);
      spent = (user + system) / 1e6;
    }
    rates.push(count / spent);
  }
  rates.sort((a, b) => a - b);
  console.log(JSON.stringify({ name: `triage30 A, ${name}`, value: Math.round(rates[1]), unit: "sheets/s", note }));
}

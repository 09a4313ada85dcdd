// triage30 A by json-rules-engine: one engine, one run per sheet, events name the rules that fired.
import { Engine } from "json-rules-engine";
import { kb, measure, tierOf } from "./fixture.mjs";

function condition(when) {
  if (typeof when === "string") return { fact: when, operator: "equal", value: true };
  const [op, ...rest] = when;
  if (op === ">=") return { fact: rest[0], operator: "greaterThanInclusive", value: rest[1] };
  return { [op === "and" ? "all" : "any"]: rest.map(condition) };
}

const engine = new Engine();
for (const rule of kb.rules) {
  const inner = condition(rule.when);
  const conditions = inner.all || inner.any ? inner : { all: [inner] };
  engine.addRule({ conditions, event: { type: "fired", params: { id: rule.id } } });
}

await measure("json-rules-engine 7.3.1", async (sheet) => {
  const { events } = await engine.run(sheet);
  const ids = events.map((event) => event.params.id).sort((a, b) => a - b);
  return { tier: tierOf(ids), ids };
}, "npm, one promise per sheet");

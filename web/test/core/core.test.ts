import { describe, expect, it } from "vitest";
import { CoreStopped, LimberError, type LimberEvent } from "../../src/core";
import { TestHost, knowledge, newCore, note } from "./machine";

describe("a core in a page", () => {
  it("answers a use-case", () => {
    const verdict = newCore().call("check", { answers: { chest_pain: "yes" } });
    expect(verdict["level"]).toBe("emergency_now");
  });

  it("says what is wrong with an input, where, and what to do", () => {
    const ask = () => newCore().call("check", { answers: { agee: 42 } });
    expect(ask).toThrow(LimberError);
    try {
      ask();
    } catch (error) {
      expect(error).toMatchObject({ kind: "input", where: "/answers" });
    }
  });

  it("names itself once and keeps the name", () => {
    const first = newCore();
    expect(first.device).toMatch(/^[0-9a-f-]{36}$/);
    expect(newCore({ device: first.device }).device).toBe(first.device);
  });

  it("refuses a device that is no name", () => {
    expect(() => newCore({ device: "me" })).toThrow(LimberError);
  });

  it("refuses knowledge that is none", () => {
    expect(() => newCore({ knowledge: "{}" })).toThrow(LimberError);
  });
});

describe("events of a core", () => {
  it("are told before the call returns, whole and in canonical form", () => {
    const told: LimberEvent[][] = [];
    const core = newCore({ onEvents: (events) => told.push(events) });
    core.call("record.append", note("well"));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject([
      { kind: "note", payload: { text: "well" }, device: core.device, at_ms: 1_790_000_000_000, offset_min: 60 },
    ]);
  });

  it("are told whichever use-case makes them", () => {
    const kinds: string[] = [];
    const core = newCore({ onEvents: (events) => kinds.push(...events.map((event) => event.kind)) });
    core.call("record.screened", { answers: { age: 42 }, asked: ["age"] });
    expect(kinds).toEqual(["screened"]);
  });

  it("are not told when nothing was made", () => {
    const told: LimberEvent[][] = [];
    const core = newCore({ onEvents: (events) => told.push(events) });
    core.call("log", {});
    expect(told).toEqual([]);
  });

  it("are not told when they come from elsewhere", () => {
    const told: LimberEvent[][] = [];
    const other = newCore();
    other.call("record.append", note("from the other one"));
    const core = newCore({ onEvents: (events) => told.push(events) });
    expect(core.take(other.events)).toMatchObject({ added: 1 });
    expect(told).toEqual([]);
    expect(core.events).toEqual(other.events);
  });

  it("make another core with the same record", () => {
    const first = newCore();
    for (let i = 0; i < 1200; ++i) first.call("record.append", note(`note ${i}`));
    const second = newCore({ device: first.device, events: first.events });
    expect(second.call("log", { limit: 5 })).toEqual(first.call("log", { limit: 5 }));
    expect(second.call("export", {})).toEqual(first.call("export", {}));
  });

  it("given twice count once", () => {
    const first = newCore();
    first.call("record.append", note("once"));
    const second = newCore({ events: [...first.events, ...first.events] });
    expect(second.events).toHaveLength(1);
    second.call("record.append", note("twice"));
    expect(second.events).toHaveLength(2);
  });

  it("of an import are told, and a second import adds none", () => {
    const first = newCore();
    first.call("record.append", note("carried over"));
    const told: LimberEvent[] = [];
    const second = newCore({ onEvents: (events) => told.push(...events) });
    const { document } = first.call("export", {});
    expect(second.call("import", { document })).toMatchObject({ added: 1 });
    expect(second.call("import", { document })).toMatchObject({ added: 0, known: 1 });
    expect(told).toEqual(first.events);
  });

  it("that are damaged are refused, never left out", () => {
    const first = newCore();
    first.call("record.append", note("well"));
    const damaged = first.events.map((event) => ({ ...event, at_ms: -1 }));
    expect(() => newCore({ events: damaged })).toThrow(LimberError);
  });
});

describe("a trap", () => {
  it("loses nothing, and the next call works", () => {
    const host = new TestHost();
    const told: LimberEvent[] = [];
    const core = newCore({ host, onEvents: (events) => told.push(...events) });
    core.call("record.append", note("before"));
    host.broken = true;
    expect(() => core.call("record.append", note("lost on the way"))).toThrow(CoreStopped);
    core.call("record.append", note("after"));
    const texts = core.events.map((event) => event.payload["text"]);
    expect(texts).toEqual(["before", "after"]);
    expect(told).toEqual(core.events);
    expect(new Set(core.events.map((event) => event.device)).size).toBe(1);
  });
});

describe("a pack", () => {
  const pack = {
    pack: { format: 1, id: "physio", name: "My physio", author: "A. Physio", version: "1" },
    plan: { techniques: ["chin_tuck"] },
  };

  it("counts from the moment it is added, and is taken back", () => {
    const core = newCore();
    core.call("pack.add", { pack });
    expect(core.call("pack.list", {})).toMatchObject({ packs: [{ id: "physio" }] });
    expect(core.leftOut).toEqual([]);
    core.call("pack.remove", { id: "physio" });
    expect(core.call("pack.list", {})).toEqual({ packs: [] });
  });
});

describe("another language or a new beginning", () => {
  it("keeps the record when the knowledge changes", () => {
    const core = newCore();
    core.call("record.append", note("kept"));
    core.become(knowledge);
    expect(core.events).toHaveLength(1);
    expect(core.call("log", {})).toMatchObject({ all: 1 });
  });

  it("is empty and has another name after it was told to forget", () => {
    const core = newCore();
    const before = core.device;
    core.call("record.append", note("gone"));
    core.forget();
    expect(core.events).toEqual([]);
    expect(core.device).not.toBe(before);
    expect(core.call("log", {})).toMatchObject({ all: 0 });
  });
});

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LimberError } from "../../src/core";
import { Lab } from "../../src/core/lab";
import { knowledge, wasmFolder } from "./machine";

const lab = new Lab(await WebAssembly.compile(readFileSync(`${wasmFolder}/limber_lab.wasm`)), knowledge);

describe("the lab", () => {
  it("gives curves as numbers of memory, and single numbers as they are", () => {
    const { trace, pop } = lab.callSeries("pop.trace", { sound: true });
    expect(trace.time_s).toBeInstanceOf(Float64Array);
    expect(trace.time_s.length).toBe(trace.force_N.length);
    expect(pop.popped).toBe(true);
    expect(Math.max(...trace.cavity_m3)).toBeGreaterThan(0);
  });

  it("gives the same numbers as text does", () => {
    const text = lab.call("pop.sound", { seed: 7 });
    const memory = lab.callSeries("pop.sound", { seed: 7 });
    expect([...memory.samples_Pa]).toEqual(text.samples_Pa);
    expect(memory.peak_Pa).toBe(text.peak_Pa);
  });

  it("keeps what it gave when it is asked again", () => {
    const first = lab.callSeries("pop.trace", {}).trace.force_N;
    const before = [...first];
    lab.callSeries("pop.trace", { preset: "facet_thrust" });
    expect([...first]).toEqual(before);
  });

  it("refuses what is no joint", () => {
    expect(() => lab.call("pop", { preset: "elbow" })).toThrow(LimberError);
  });
});

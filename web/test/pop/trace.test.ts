import { describe, expect, it } from "vitest";
import { part, valueAt } from "../../src/pages/pop/trace";

const curve = { x: [0, 1, 3], y: [0, 10, 30] };

describe("valueAt", () => {
  it("reads between the points", () => {
    expect(valueAt(curve.x, curve.y, 0.5)).toBe(5);
    expect(valueAt(curve.x, curve.y, 2)).toBe(20);
  });
  it("goes on level beyond the ends", () => {
    expect(valueAt(curve.x, curve.y, -1)).toBe(0);
    expect(valueAt(curve.x, curve.y, 9)).toBe(30);
  });
  it("takes the later of two values at one place", () => {
    expect(valueAt([0, 0, 1], [5, 7, 9], 0)).toBe(7);
  });
  it("is zero where there is no curve", () => {
    expect(valueAt([], [], 1)).toBe(0);
  });
});

describe("part", () => {
  it("begins and ends where it is asked to", () => {
    expect(part(curve, 0.5, 2)).toEqual({ x: [0.5, 1, 2], y: [5, 10, 20] });
  });
  it("keeps long curves short", () => {
    const long = { x: Array.from({ length: 10_000 }, (_, i) => i), y: Array.from({ length: 10_000 }, (_, i) => i) };
    const short = part(long, 0, 9999, 100);
    expect(short.x.length).toBeLessThan(110);
    expect(short.x.at(-1)).toBe(9999);
  });
});

import { describe, expect, it } from "vitest";
import type { DiaryDay } from "../../src/core";
import { entriesOf } from "../../src/pages/diary/entries";
import { strength } from "../../src/pages/diary/places";
import { dayNumber, pathOf, rowsOf, ticksOf } from "../../src/pages/diary/trend";

describe("the trend", () => {
  it("counts days without regard to clocks and daylight saving", () => {
    expect(dayNumber("2026-03-30") - dayNumber("2026-03-28")).toBe(2);
  });

  it("puts both series into one table, newest first, and leaves gaps open", () => {
    const pain = [{ day: "2026-11-01", value: 4 }];
    const stiffness = [{ day: "2026-11-01", value: 5 }, { day: "2026-11-03", value: 2 }];
    expect(rowsOf(pain, stiffness)).toEqual([
      { day: "2026-11-03", pain: undefined, stiffness: 2 },
      { day: "2026-11-01", pain: 4, stiffness: 5 },
    ]);
  });

  it("marks days within the window only", () => {
    const ticks = ticksOf("2026-10-01", "2026-11-25", 3);
    expect(ticks).toHaveLength(3);
    for (const day of ticks) expect(day >= "2026-10-01" && day <= "2026-11-25").toBe(true);
  });

  it("marks a single day once", () => {
    expect(ticksOf("2026-10-01", "2026-10-01", 3)).toEqual(["2026-10-01"]);
  });

  it("draws nothing of nothing", () => {
    expect(pathOf([], () => 0, () => 0)).toBe("");
  });

  it("begins a line once and goes on", () => {
    const series = [{ day: "a", value: 1 }, { day: "b", value: 2 }];
    expect(pathOf(series, (day) => (day === "a" ? 0 : 10), (value) => value)).toBe("M0.0 1.0L10.0 2.0");
  });
});

describe("the body map", () => {
  it("shows a score in three steps, and none as none", () => {
    expect([0, 1, 3, 4, 6, 7, 10].map(strength)).toEqual(["none", "mild", "mild", "medium", "medium", "strong", "strong"]);
  });
});

describe("a day of the diary", () => {
  const empty: DiaryDay = { day: "2026-11-21", sessions: [], verdicts: [], pain: [], stiffness: [], pops: [], notes: [] };

  it("tells the latest first, whatever its kind", () => {
    const day: DiaryDay = {
      ...empty,
      pain: [{ id: "p", time: "08:00", score: 3, place: "", corrected: false }],
      notes: [{ id: "n", time: "21:00", text: "well", corrected: false }],
      verdicts: [{ time: "12:00", level: "go", title: "Go", knowledge: "" }],
    };
    expect(entriesOf(day).map((entry) => entry.what)).toEqual(["noted", "check", "noted"]);
  });

  it("leaves pops within a session to the session", () => {
    const pop = { time: "08:00", place: "neck", technique: "chin_tuck", painful: false, deliberate: false, since_last_min: null };
    expect(entriesOf({ ...empty, pops: [{ ...pop, id: "" }] })).toEqual([]);
    expect(entriesOf({ ...empty, pops: [{ ...pop, id: "x", technique: "" }] })).toHaveLength(1);
  });

  it("gives a correction the payload as it was, without what was not said", () => {
    const [entry] = entriesOf({ ...empty, pain: [{ id: "p", time: "08:00", score: 3, place: "", corrected: true }] });
    expect(entry).toMatchObject({ what: "noted", corrected: true, noted: { payload: { score: 3 } } });
    expect(entry?.what === "noted" && "place" in entry.noted.payload).toBe(false);
  });
});

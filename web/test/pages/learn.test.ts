import { describe, expect, it } from "vitest";
import type { CommonQuestion } from "../../src/core";
import { find, grouped } from "../../src/pages/learn/find";

function question(id: string, group: string, ask: string, text: string, mission: string[] = []): CommonQuestion {
  return { id, group, group_title: group, ask, answers: [{ id: `${id}-answer`, text, mission, sources: [] }] };
}

const all = [
  question("gun", "safety", "May I use a massage gun?", "Keep it off the neck.", ["C5"]),
  question("posture", "day", "Is my posture to blame?", "There is no one right posture."),
  question("kraft", "safety", "Warum nicht mit Gewalt?", "R\u00fcckenmark und Gef\u00e4\u00dfe."),
];

const ids = (search: string): string[] => find(all, search).map((each) => each.id);

describe("the search", () => {
  it("finds everything for nothing", () => {
    expect(ids("  ")).toEqual(["gun", "posture", "kraft"]);
  });

  it("wants every word, in the question or in its answer", () => {
    expect(ids("neck gun")).toEqual(["gun"]);
    expect(ids("neck posture")).toEqual([]);
  });

  it("takes the beginning of a word, not its middle", () => {
    expect(ids("post")).toEqual(["posture"]);
    expect(ids("ture")).toEqual([]);
  });

  it("does not mind accents and capitals", () => {
    expect(ids("RUCKENMARK")).toEqual(["kraft"]);
  });

  it("knows the ids of the mission", () => {
    expect(ids("c5")).toEqual(["gun"]);
  });
});

it("groups in the order in which groups come first", () => {
  expect(grouped(all).map((group) => [group.id, group.questions.length])).toEqual([["safety", 2], ["day", 1]]);
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { number, quantity, unitsInForce } from "../../src/app/quantities";
import { choices } from "../../src/app/settings.svelte";
import { words } from "../../src/app/words.svelte";

const inBrowserOf = (...languages: string[]): void => void vi.stubGlobal("navigator", { languages });

beforeEach(() => inBrowserOf("en-GB"));
afterEach(() => {
  vi.unstubAllGlobals();
  words.language = "en";
  delete choices.units;
  delete choices.country;
});

describe("a quantity", () => {
  it("is metric where nobody chose and the country is", () => {
    expect(quantity("force", 12.34)).toBe("12.3\u00a0N");
    expect(quantity("gap", 0.00123)).toBe("1.23\u00a0mm");
    expect(quantity("pressure", 101_325)).toBe("101\u00a0kPa");
    expect(quantity("cavity", 2.5e-8)).toBe("25.0\u00a0mm\u00b3");
  });

  it("is converted by the definitions of the inch and the pound", () => {
    choices.units = "us";
    expect(quantity("force", 4.4482216152605)).toBe("1.00\u00a0lbf");
    expect(quantity("gap", 0.0254)).toBe("1.0000\u00a0in");
    expect(quantity("pressure", 101_325)).toBe("14.7\u00a0psi");
    expect(quantity("room", 1.6387064e-5)).toBe("1.000\u00a0in\u00b3");
    expect(quantity("film", 5e-5)).toBe("2.0\u00a0mil");
    expect(quantity("stiffness", 20_000)).toBe("114\u00a0lbf/in");
  });

  it("still says something where the metric one does", () => {
    choices.units = "us";
    expect(quantity("cavity", 2.5e-8)).toBe("0.00153\u00a0in\u00b3");
    expect(quantity("viscosity", 0.02)).toBe("0.0000029\u00a0psi\u00a0s");
  });

  it("has the sound in pascal in either", () => {
    choices.units = "us";
    expect(quantity("sound", 0.5)).toBe("0.500\u00a0Pa");
  });

  it("is written as the language writes numbers", () => {
    words.language = "de";
    expect(quantity("force", 12.34)).toBe("12,3\u00a0N");
  });
});

describe("the units in force", () => {
  it("are customary for a browser of the United States", () => {
    inBrowserOf("en-US", "en");
    expect(unitsInForce()).toBe("us");
  });

  it("follow the chosen country before the browser's", () => {
    inBrowserOf("en-US");
    choices.country = "DE";
    expect(unitsInForce()).toBe("metric");
  });

  it("follow the choice before any country", () => {
    choices.country = "US";
    choices.units = "metric";
    expect(unitsInForce()).toBe("metric");
  });
});

describe("a number", () => {
  it("is never minus nought", () => {
    expect(number(-0.0004, 2)).toBe("0.00");
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { choices } from "../../src/app/settings.svelte";

let tones: { frequency: { value: number }; at: number; loudest: number }[] = [];
let shaken: unknown[] = [];

class FakeAudio {
  state = "suspended";
  currentTime = 10;
  destination = {};
  resume(): Promise<void> {
    this.state = "running";
    return Promise.resolve();
  }
  createOscillator() {
    const tone = { frequency: { value: 0 }, at: -1, loudest: 0 };
    tones.push(tone);
    return {
      ...tone,
      connect: (next: { of?: unknown }) => ((next.of = tone), next),
      start: (at: number) => (tone.at = at),
      stop: () => undefined,
    };
  }
  createGain() {
    const gain = {
      of: undefined as { loudest: number } | undefined,
      connect: (next: unknown) => next,
      gain: {
        setValueAtTime: () => undefined,
        linearRampToValueAtTime: (value: number) => louder(value),
        exponentialRampToValueAtTime: () => undefined,
      },
    };
    const louder = (value: number): void => {
      const tone = tones.at(-1);
      if (tone !== undefined) tone.loudest = value;
    };
    return gain;
  }
}

// The audio is one for the life of a page; each test has a page of its own.
async function newPage() {
  vi.resetModules();
  const settings = await import("../../src/app/settings.svelte");
  Object.assign(settings.choices, { sounds: choices.sounds, vibration: choices.vibration });
  return import("../../src/pages/session/sounds");
}

beforeEach(() => {
  tones = [];
  shaken = [];
  Object.assign(choices, { sounds: true, vibration: true });
  vi.stubGlobal("AudioContext", FakeAudio);
  vi.stubGlobal("navigator", { vibrate: (pattern: unknown) => shaken.push(pattern) });
});
afterEach(() => vi.unstubAllGlobals());

describe("the bell", () => {
  it("is one low stroke, quiet enough to lie under speech, and a short shake", async () => {
    const { bell, wake } = await newPage();
    wake();
    bell();
    expect(tones.map((tone) => [tone.frequency.value, tone.at])).toEqual([
      [392, 10],
      [392 * 2.76, 10],
    ]);
    expect(Math.max(...tones.map((tone) => tone.loudest))).toBeLessThan(0.2);
    expect(shaken).toEqual([40]);
  });

  it("sounds only once a tap has woken it", async () => {
    const { bell } = await newPage();
    bell();
    expect(tones).toEqual([]);
  });

  it("is silent when sounds are off, and shakes still", async () => {
    choices.sounds = false;
    const { bell, wake } = await newPage();
    wake();
    bell();
    expect([tones, shaken]).toEqual([[], [40]]);
  });

  it("does not shake when vibration is off, and sounds still", async () => {
    choices.vibration = false;
    const { bell, wake } = await newPage();
    wake();
    bell();
    expect([tones.length, shaken]).toEqual([2, []]);
  });

  it("is missed without trouble where a browser has neither", async () => {
    vi.stubGlobal("AudioContext", undefined);
    vi.stubGlobal("navigator", {});
    delete (globalThis as { AudioContext?: unknown }).AudioContext;
    const { bell, finish, wake } = await newPage();
    wake();
    bell();
    finish();
    expect([tones, shaken]).toEqual([[], []]);
  });
});

describe("the end", () => {
  it("is three strokes upwards, one after the other, and two shakes", async () => {
    const { finish, wake } = await newPage();
    wake();
    finish();
    const strokes = tones.filter((_, at) => at % 2 === 0);
    expect(strokes.map((tone) => tone.frequency.value)).toEqual([330, 415, 494]);
    expect(strokes.map((tone) => tone.at)).toEqual([10, 10.18, 10.36]);
    expect(shaken).toEqual([[60, 80, 60]]);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { choices } from "../../src/app/settings.svelte";
import { words } from "../../src/app/words.svelte";
import { hush, speak, voicesOf } from "../../src/pages/session/voice";

class Utterance {
  lang = "";
  rate = 1;
  voice: unknown = null;
  constructor(readonly text: string) {}
}

const anna = { name: "Anna", lang: "de-DE" };
const kate = { name: "Kate", lang: "en-GB" };
const moira = { name: "Moira", lang: "en-IE" };
let did: (string | Utterance)[] = [];

beforeEach(() => {
  did = [];
  words.catalogue = { "step.one": "Sit tall.", "step.two": "Hold softly." };
  words.language = "en";
  Object.assign(choices, { voice: true, voiceName: "", voiceRate: 0.95 });
  vi.stubGlobal("SpeechSynthesisUtterance", Utterance);
  vi.stubGlobal("speechSynthesis", {
    getVoices: () => [anna, kate, moira],
    cancel: () => did.push("cancel"),
    speak: (said: Utterance) => did.push(said),
  });
});
afterEach(() => vi.unstubAllGlobals());

const said = (): Utterance => did.at(-1) as Utterance;

describe("the voice", () => {
  it("says the words of a step in the language that is shown", () => {
    speak("step.one");
    expect(said()).toMatchObject({ text: "Sit tall.", lang: "en" });
  });

  it("cuts the old line short before the new one", () => {
    speak("step.one");
    speak("step.two");
    expect(did.map((each) => (typeof each === "string" ? each : each.text))).toEqual([
      "cancel",
      "Sit tall.",
      "cancel",
      "Hold softly.",
    ]);
  });

  it("is the chosen one, as fast as chosen", () => {
    Object.assign(choices, { voiceName: "Moira", voiceRate: 1.15 });
    speak("step.one");
    expect(said()).toMatchObject({ voice: moira, rate: 1.15 });
  });

  it("is the browser's own for a voice of another language, or one that is gone", () => {
    for (const voiceName of ["Anna", "Nobody"]) {
      choices.voiceName = voiceName;
      speak("step.one");
      expect(said().voice).toBeNull();
    }
  });

  it("says nothing when it is off", () => {
    choices.voice = false;
    speak("step.one");
    expect(did).toEqual([]);
  });

  it("falls silent when hushed", () => {
    hush();
    expect(did).toEqual(["cancel"]);
  });

  it("is offered in the shown language only", () => {
    expect(voicesOf("en")).toEqual([kate, moira]);
  });

  it("is missed without trouble where a browser has none", () => {
    vi.unstubAllGlobals();
    speak("step.one");
    hush();
    expect(voicesOf("en")).toEqual([]);
  });
});

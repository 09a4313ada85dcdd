// Speaks a step. Web Speech may be missing, without voices, or refuse; then nothing is said, and
// nothing else changes. A new line cuts the old one short: what is said must be what is to be done now.
import { choices } from "../../app/settings.svelte";
import { t, words } from "../../app/words.svelte";

export function voicesOf(language: string): SpeechSynthesisVoice[] {
  if (!("speechSynthesis" in globalThis)) return [];
  return speechSynthesis.getVoices().filter((voice) => voice.lang.toLowerCase().startsWith(language));
}

export function speak(text: string): void {
  if (!choices.voice || !("speechSynthesis" in globalThis)) return;
  const said = new SpeechSynthesisUtterance(t(text));
  said.lang = words.language;
  said.rate = choices.voiceRate;
  const voice = voicesOf(words.language).find((each) => each.name === choices.voiceName);
  if (voice !== undefined) said.voice = voice;
  speechSynthesis.cancel();
  speechSynthesis.speak(said);
}

export function hush(): void {
  if ("speechSynthesis" in globalThis) speechSynthesis.cancel();
}

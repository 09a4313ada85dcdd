// Two soft sounds, made here: a low bell when something changes, a small chord at the end. Sound must
// be started by a tap, so `wake` is called from one.
import { choices } from "../../app/settings.svelte";

let audio: AudioContext | undefined;

export function wake(): void {
  audio ??= "AudioContext" in globalThis ? new AudioContext() : undefined;
  void audio?.resume().catch(() => undefined);
}

// A struck bar: two partials that die away, quiet enough to lie under speech.
function strike(frequency: number, delay_s: number, loudness: number): void {
  if (audio === undefined || audio.state !== "running") return;
  const begin = audio.currentTime + delay_s;
  for (const [partial, share] of [[1, 1], [2.76, 0.22]] as const) {
    const tone = audio.createOscillator();
    const gain = audio.createGain();
    tone.frequency.value = frequency * partial;
    gain.gain.setValueAtTime(0, begin);
    gain.gain.linearRampToValueAtTime(loudness * share, begin + 0.012);
    gain.gain.exponentialRampToValueAtTime(0.0001, begin + 1.4 / partial);
    tone.connect(gain).connect(audio.destination);
    tone.start(begin);
    tone.stop(begin + 1.5 / partial);
  }
}

export function bell(): void {
  if (choices.sounds) strike(392, 0, 0.12);
  if (choices.vibration && "vibrate" in navigator) navigator.vibrate(40);
}

export function finish(): void {
  if (choices.sounds) [330, 415, 494].forEach((frequency, at) => strike(frequency, at * 0.18, 0.1));
  if (choices.vibration && "vibrate" in navigator) navigator.vibrate([60, 80, 60]);
}

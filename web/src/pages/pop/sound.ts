// What the core computed, through the loudspeaker. Loudness keeps its proportion from joint to joint:
// the same pressure at the ear is the same number here.
import type { Heard } from "../../core";

const FULL_PA = 0.12;
let context: AudioContext | undefined;

/** Plays pressures; `slower` 20 means twenty times slower, and lower by as much. */
export function play(heard: Heard, slower = 1): void {
  context ??= new AudioContext();
  if (context.state === "suspended") void context.resume();
  const buffer = context.createBuffer(1, heard.samples_Pa.length, heard.rate_Hz);
  const data = buffer.getChannelData(0);
  const scale = 1 / Math.max(FULL_PA, heard.peak_Pa);
  heard.samples_Pa.forEach((pressure, i) => (data[i] = pressure * scale));
  const source = context.createBufferSource();
  source.buffer = buffer;
  source.playbackRate.value = 1 / slower;
  source.connect(context.destination);
  source.start();
}

/** To be called from a tap or a key: browsers let sound begin only then. */
export function wakeSound(): void {
  context ??= new AudioContext();
  if (context.state === "suspended") void context.resume();
}

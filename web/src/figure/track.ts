// What the core gives to draw a figure: its paths once, and the numbers of any moment.
import { ask, theLab } from "../app/core";
import { choices } from "../app/settings.svelte";
import { words } from "../app/words.svelte";
import { LimberError } from "../core/errors";
import type { FigureTrack } from "../core/types.gen";

export interface Shown {
  technique: string;
  /** The number of a common error to show; 0 for the technique itself. */
  error: number;
  mirrored: boolean;
  skin: number;
  clothes: number;
}

/** The steps in the order in which the core counts them. */
const steps = ["set_up", "out", "hold", "back"];

const tracks = new Map<string, FigureTrack | undefined>();

function fetchTrack({ technique, error, mirrored, skin, clothes }: Shown): FigureTrack | undefined {
  const wanted = { technique, error, skin, clothes };
  try {
    const track = ask("figure.track", wanted);
    return mirrored ? ask("figure.track", { ...wanted, side: track.to_right ? "left" : "right" }) : track;
  } catch (trouble) {
    if (trouble instanceof LimberError && trouble.kind === "not_found") return undefined;
    throw trouble;
  }
}

/** The paths, the view and the words; asked once for each figure and language. Nothing for a physio's
 *  own technique, which has no figure, and where the lab could not be loaded. */
export function trackOf(shown: Shown): FigureTrack | undefined {
  if (theLab() === undefined) return undefined;
  const { technique, error, mirrored, skin, clothes } = shown;
  const key = [words.language, technique, error, mirrored, skin, clothes].join();
  if (!tracks.has(key)) tracks.set(key, fetchTrack(shown));
  return tracks.get(key);
}

/** Whether the core can draw it: a technique, or with `error` one of what goes wrong. */
export function hasFigure(technique: string, error: number): boolean {
  return trackOf({ technique, error, mirrored: false, skin: choices.skin, clothes: choices.clothes }) !== undefined;
}

/** The numbers of the moving paths, in their order. A phase that is no step (a rest, a change of
 *  position) shows the start. */
export function numbersAt(shown: Shown, phase: string, done: number, range: number): Float32Array {
  const lab = theLab();
  if (lab === undefined) return new Float32Array();
  const step = Math.max(0, steps.indexOf(phase));
  return lab.figure(shown.technique, shown.error, shown.mirrored, step, done, range);
}

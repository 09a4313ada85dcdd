// The joint in the hand: every frame asks the core where the joint is now (`pop.hand`). Nothing of
// the physics is here; this only keeps the state between frames and shows a pop slowly.
import { ask } from "../../app/core";
import { choices } from "../../app/settings.svelte";
import type { Output } from "../../core";
import { play } from "./sound";
import { valueAt, type Curve } from "./trace";

export type Kind = "finger" | "facet_stretch";
export type Hand = Output<"pop.hand">;
/** rest: nobody pulls. hand: held. pop: shown slowly. open: shown, not moving. */
export type Phase = "rest" | "hand" | "pop" | "open" | "closing";

export interface Shown {
  force: number;
  gap: number; // m
  pressure: number; // Pa
  cavity: number; // m3
}

/** What came of one pull, for the list. */
export interface Pull {
  number: number;
  kind: Kind;
  rate: number; // N/s, as it was pulled
  most: number; // N
  outcome: "pop" | "soft" | "gas" | "below";
  level: number; // dB
}

export interface Popped {
  hand: Hand;
  level: number;
  /** Of the 30 ms shown, in SI over milliseconds. */
  pressure: Curve;
  gap: Curve;
  cavity: Curve;
  sound: Curve;
  end: number; // ms
}

export const mostForce: Readonly<Record<Kind, number>> = { finger: 40, facet_stretch: 45 };
const LEAD_S = 0.02; // of the sound before the pop
const CLOSING_S = 0.7;

function curvesOf(hand: Hand): Popped {
  const { pop, trace, sound } = hand;
  if (pop === undefined || trace === undefined || sound === undefined) throw new Error("this was no pop");
  const ms = [0, ...trace.time_s.map((time) => (time - pop.time_s) * 1e3)];
  const curve = (first: number, values: readonly number[]): Curve => ({ x: ms, y: [first, ...values] });
  return {
    hand,
    level: pop.peak_dB,
    pressure: curve(pop.lowest_pressure_Pa, trace.pressure_Pa),
    gap: curve(pop.gap_m, trace.gap_m),
    cavity: curve(0, trace.cavity_m3),
    sound: {
      x: sound.samples_Pa.map((_, i) => (i / sound.rate_Hz - LEAD_S) * 1e3),
      y: sound.samples_Pa,
    },
    end: Math.min(30, pop.end_after_s * 1e3),
  };
}

export class Lab {
  kind = $state<Kind>("finger");
  set = $state.raw<Record<string, number>>({});
  phase = $state<Phase>("rest");
  /** What the hand asks for, in N. */
  wanted = $state(0);
  shown = $state.raw<Shown>({ force: 0, gap: 0, pressure: 101_325, cavity: 0 });
  popped = $state.raw<Popped | undefined>();
  /** ms from the pop, while it is shown. */
  place = $state(0);
  slower = $state(400);
  /** Minutes of the joint's own time since the pop; nothing if it has not popped. */
  minutes = $state<number | undefined>();
  readyMinutes = $state(0);
  pulls = $state.raw<Pull[]>([]);
  outOfRange = $state(false);

  #state: Hand["state"] | undefined;
  #force = 0;
  #begun = 0; // time of the pull so far
  #most = 0;
  #mostAt = 0;
  #closing = 0;
  #spent = false;
  #rest = 50e-6;
  #auto: { rate: number; most: number; hold: number } | undefined;

  constructor() {
    this.choose("finger");
  }

  get gas(): boolean {
    return this.minutes !== undefined && this.minutes < this.readyMinutes;
  }
  get most(): number {
    return mostForce[this.kind];
  }
  get joint(): { preset: Kind; set: Record<string, number> } {
    return { preset: this.kind, set: this.set };
  }

  choose(kind: Kind, set: Record<string, number> = {}): void {
    this.kind = kind;
    this.set = set;
    this.popped = undefined;
    this.minutes = undefined;
    this.readyMinutes = ask("pop.wait", this.joint).ready_min;
    this.#begin();
  }

  #begin(): void {
    this.phase = "rest";
    this.wanted = 0;
    this.outOfRange = false;
    this.#auto = undefined;
    this.#force = 0;
    this.#begun = this.#most = this.#mostAt = 0;
    this.#state = undefined;
    const still = this.#ask(0, 0, 1e-3);
    this.#rest = still.state.gap;
    this.#show(still);
    this.#state = undefined;
  }

  #ask(from: number, to: number, seconds: number): Hand {
    return ask("pop.hand", {
      ...this.joint,
      gas: this.gas,
      ...(this.#state === undefined ? {} : { state: this.#state }),
      force_from_N: from,
      force_to_N: to,
      seconds,
    });
  }

  #show(hand: Hand): void {
    const { gap, cavity } = hand.state;
    this.shown = { force: hand.force_N, gap, pressure: hand.pressure_Pa, cavity };
  }

  /** The hand's force from now on. After a pop the hand has to let go once (`letGo`). */
  pull(newton: number): void {
    if (this.#spent || newton <= 0) {
      this.wanted = 0;
      return;
    }
    if (this.phase !== "hand") this.#begin();
    this.#auto = undefined;
    this.wanted = Math.min(this.most, newton);
    this.phase = "hand";
  }

  letGo(): void {
    this.#auto = undefined;
    this.#spent = false;
    this.wanted = 0;
  }

  /** A pull that is done for you: even, up to `most`, then let go. */
  pullEvenly(rate: number, most: number): void {
    this.#begin();
    this.phase = "hand";
    this.#auto = { rate, most, hold: 0.5 };
  }

  wait(minutes: number): void {
    if (this.minutes !== undefined) this.minutes = minutes;
    if (this.phase === "rest") this.#begin();
  }

  /** Shows the pop from its beginning. */
  replay(slower: number): void {
    if (this.popped === undefined) return;
    this.slower = slower;
    this.place = 0;
    this.phase = "pop";
    this.#showPop();
  }

  /** To a moment of the pop, by hand. */
  seek(ms: number): void {
    if (this.popped === undefined) return;
    this.place = ms;
    this.phase = "open";
    this.#showPop();
  }

  /** One frame. */
  tick(seconds: number): void {
    if (this.phase === "hand") this.#held(Math.min(0.05, Math.max(1e-3, seconds)));
    else if (this.phase === "pop") this.#slow(seconds);
    else if (this.phase === "closing") this.#close(seconds);
  }

  #held(seconds: number): void {
    const auto = this.#auto;
    if (auto !== undefined) {
      if (this.wanted < auto.most) this.wanted = Math.min(auto.most, this.#force + auto.rate * seconds);
      else if ((auto.hold -= seconds) <= 0) this.letGo();
    }
    const hand = this.#ask(this.#force, this.wanted, seconds);
    this.#state = hand.state;
    this.#force = hand.force_N;
    this.#begun += seconds;
    if (hand.force_N > this.#most) {
      this.#most = hand.force_N;
      this.#mostAt = this.#begun;
    }
    this.outOfRange = hand.out_of_range;
    if (hand.pop !== undefined) {
      this.#pop(hand);
      return;
    }
    this.#show(hand);
    if (this.wanted === 0 && this.shown.gap < 1.1 * this.#rest) {
      if (this.#most > 1) this.#note(this.gas ? "gas" : "below", 0);
      this.#begin();
    } else if (this.wanted === 0 && this.#begun - this.#mostAt > 1.2) {
      // The last of the fluid leaves slowly; nobody has to watch that.
      if (this.#most > 1) this.#note(this.gas ? "gas" : "below", 0);
      this.#closing = 0;
      this.phase = "closing";
    }
  }

  #pop(hand: Hand): void {
    const popped = curvesOf(hand);
    this.popped = popped;
    this.wanted = 0;
    this.#spent = this.#auto === undefined;
    this.#auto = undefined;
    const audible = hand.pop?.popped === true;
    this.#note(audible ? "pop" : "soft", popped.level);
    this.minutes = 0;
    if (audible && hand.sound !== undefined && choices.sounds) play(hand.sound);
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (still) this.seek(popped.end);
    else this.replay(this.slower);
  }

  #note(outcome: Pull["outcome"], level: number): void {
    const rate = this.#most / Math.max(1e-3, this.#mostAt);
    const number = (this.pulls[0]?.number ?? 0) + 1;
    this.pulls = [{ number, kind: this.kind, rate, most: this.#most, outcome, level }, ...this.pulls].slice(0, 6);
  }

  #slow(seconds: number): void {
    const end = this.popped?.end ?? 0;
    this.place = Math.min(end, this.place + (seconds * 1e3) / this.slower);
    this.#showPop();
    if (this.place >= end) this.phase = "open";
  }

  #showPop(): void {
    const popped = this.popped;
    if (popped === undefined) return;
    this.shown = {
      force: popped.hand.force_N,
      gap: valueAt(popped.gap.x, popped.gap.y, this.place),
      pressure: valueAt(popped.pressure.x, popped.pressure.y, this.place),
      cavity: valueAt(popped.cavity.x, popped.cavity.y, this.place),
    };
  }

  /** Back to rest after a pop has been looked at: a moment of the picture, not of the model. */
  close(): void {
    if (this.phase !== "open" && this.phase !== "pop") return;
    this.#closing = 0;
    this.phase = "closing";
  }

  #close(seconds: number): void {
    this.#closing += seconds / CLOSING_S;
    const left = Math.max(0, 1 - this.#closing);
    const { gap, cavity } = this.shown;
    this.shown = {
      force: this.shown.force * left,
      gap: this.#rest + (gap - this.#rest) * left ** 0.3,
      pressure: 101_325,
      cavity: cavity * left,
    };
    if (left === 0) this.#begin();
  }
}

// Conducts a session on the page: the core decides, this carries its decisions out.
//
// The session is its event log. Every event goes into the record first and is stepped afterwards, so a
// reload, a crash or a locked phone loses nothing: `resume` brings it back from the log alone. Time is
// the machine's clock; a gap nobody saw is a pause, never exercise (the core's own rule).
import { ask, theCore } from "./core";
import { person } from "./person.svelte";
import type { SessionEffect, SessionState } from "../core";
import type { Plan, SessionView, Verdict } from "./types";

/** What a page does with the core's cues: sounds, voice, vibration. */
export interface Cues {
  bell(): void;
  speak(text: string): void;
  finish(): void;
}

const messageMs = 8_000;

class Session {
  plan = $state.raw<Plan | undefined>();
  state = $state.raw<SessionState | undefined>();
  view = $state.raw<SessionView | undefined>();
  /** Text ids of what was just said, until it is old. */
  messages = $state.raw<readonly string[]>([]);
  cues: Cues | undefined;
  #saidAt = 0;

  get status(): SessionView["status"] {
    return this.state?.status ?? "ready";
  }

  /** A session is under way, so there is something to go back to. */
  get open(): boolean {
    return this.state !== undefined && this.status !== "ready" && this.status !== "ended";
  }

  /** A plan to begin with; nothing happens before `begin`. */
  prepare(plan: Plan): void {
    this.plan = plan;
    this.state = undefined;
    this.messages = [];
    this.look();
  }

  begin(pain: number): void {
    if (this.plan === undefined) return;
    const first = ask("session.start", { plan: this.plan, pain });
    this.#append(first.kind, first.payload);
  }

  /** Takes a session up from the log. False if it cannot be. */
  resume(session: string): boolean {
    try {
      const taken = ask("session.resume", { session });
      this.plan = taken.plan;
      this.state = taken.state;
      this.messages = [];
      this.#carryOut(taken.effects);
      this.look();
      return true;
    } catch {
      return false;
    }
  }

  /** Something the person did or said, here and now. */
  happen(kind: string, fields: Record<string, unknown> = {}): void {
    if (this.plan === undefined || this.state === undefined) return;
    const event = ask("session.event", {
      plan: this.plan,
      state: this.state,
      kind: `session.${kind}`,
      fields,
    });
    this.#append(event.kind, event.payload);
  }

  /** The emergency questions, asked after a stop or before going on, came to this. */
  rescreened(verdict: Verdict): void {
    if (this.state === undefined || this.status === "ended") return;
    // Asked before going on, or answered anew: what speaks against it stops the session.
    if (this.state.question !== "rescreen") {
      if (verdict.plan_allowed) return;
      this.happen("stopped", { reason: "unwell" });
    }
    this.happen("rescreened", { level: verdict.level, plan_allowed: verdict.plan_allowed });
  }

  /** Time has passed. */
  tick(now = Date.now()): void {
    if (this.plan === undefined || this.state?.status !== "running") return;
    const passed = ask("session.step", {
      plan: this.plan,
      state: this.state,
      now_ms: now,
    });
    this.state = passed.state;
    this.#carryOut(passed.effects);
    if (this.messages.length > 0 && now - this.#saidAt > messageMs) this.messages = [];
  }

  /** What is to be shown now. */
  look(now = Date.now()): void {
    if (this.plan === undefined) return;
    const standing = this.state === undefined ? { plan: this.plan } : { plan: this.plan, state: this.state };
    this.view = ask("session.view", { ...standing, now_ms: now });
  }

  /** Forgets it here; the record has it. */
  close(): void {
    this.plan = undefined;
    this.state = undefined;
    this.view = undefined;
    this.messages = [];
  }

  say(messages: readonly string[]): void {
    this.messages = messages;
    this.#saidAt = Date.now();
  }

  #append(kind: string, payload: Record<string, unknown>): void {
    if (this.plan === undefined) return;
    const id = person.note(kind, payload);
    const event = theCore().events.findLast((each) => each.id === id);
    if (event === undefined) return;
    const stepped = ask("session.step", {
      plan: this.plan,
      ...(this.state === undefined ? {} : { state: this.state }),
      event,
    });
    this.state = stepped.state;
    this.#carryOut(stepped.effects);
    this.look();
  }

  #carryOut(effects: readonly SessionEffect[]): void {
    for (const effect of effects) {
      if (effect.kind === "append") this.#append(effect.event.kind, effect.event.payload);
      else if (effect.kind === "bell") this.cues?.bell();
      else if (effect.kind === "finish") this.cues?.finish();
      else if (effect.kind === "speak") this.cues?.speak(effect.text);
      else if (effect.kind === "show") this.say([effect.text]);
    }
  }
}

export const session = new Session();

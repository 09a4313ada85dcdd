// Events in memory only: gone with the tab. Used before consent and by "use without saving".

import type { LimberEvent } from "./types";
import type { Anchor, Counts, Keep, Row } from "./keep";

interface Slot extends Row {
  state: "waiting" | "sent" | "refused";
}

export class MemoryKeep implements Keep {
  #slots: Slot[] = [];
  #last = 0;
  #anchor: Anchor | null = null;

  constructor(readonly name: string) {}

  async read(seq: number): Promise<Row[]> {
    return this.#slots.filter((slot) => slot.seq > seq).map(({ seq: at, event }) => ({ seq: at, event }));
  }

  async add(events: readonly LimberEvent[]): Promise<void> {
    this.#put(events, "waiting");
  }

  async outbox(most: number): Promise<LimberEvent[]> {
    return this.#slots
      .filter((slot) => slot.state === "waiting")
      .slice(0, most)
      .map((slot) => slot.event);
  }

  async sent(ids: readonly string[], copy: boolean): Promise<void> {
    const gone = new Set(ids);
    if (copy) {
      for (const slot of this.#slots) if (gone.has(slot.event.id)) slot.state = "sent";
    } else {
      this.#slots = this.#slots.filter((slot) => !gone.has(slot.event.id));
    }
  }

  async refuse(id: string): Promise<void> {
    for (const slot of this.#slots) if (slot.event.id === id) slot.state = "refused";
  }

  async pulled(events: readonly LimberEvent[], anchor: Anchor, copy: boolean): Promise<void> {
    if (copy) this.#put(events, "sent");
    await this.sent(events.map((event) => event.id), copy);
    this.#anchor = anchor;
  }

  async anchor(): Promise<Anchor | null> {
    return this.#anchor;
  }

  async rebase(): Promise<void> {
    this.#slots = this.#slots.filter((slot) => slot.state !== "sent");
    this.#anchor = null;
  }

  async counts(): Promise<Counts> {
    const count = (state: Slot["state"]) => this.#slots.filter((slot) => slot.state === state).length;
    return { waiting: count("waiting"), refused: count("refused") };
  }

  async device(): Promise<string> {
    return this.name;
  }

  async erase(): Promise<void> {
    this.#slots = [];
    this.#anchor = null;
  }

  close(): void {}

  #put(events: readonly LimberEvent[], state: Slot["state"]): void {
    const known = new Set(this.#slots.map((slot) => slot.event.id));
    for (const event of events) {
      if (known.has(event.id)) continue;
      known.add(event.id);
      this.#slots.push({ seq: ++this.#last, event, state });
    }
  }
}

// The journal of a person who uses Limber without saving: gone with the tab.
import type { Journal, LimberEvent } from "./types";

export class MemoryJournal implements Journal {
  private readonly events = new Map<string, LimberEvent>();

  load(): Promise<LimberEvent[]> {
    return Promise.resolve([...this.events.values()]);
  }

  append(events: readonly LimberEvent[]): Promise<void> {
    for (const event of events) if (!this.events.has(event.id)) this.events.set(event.id, event);
    return Promise.resolve();
  }

  subscribe(): () => void {
    return () => undefined;
  }
}

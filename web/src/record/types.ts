// The words of the journal: an event, and what the page may ask of whatever keeps events.

/** One thing that happened (docs/formats.md, section 2). Made and checked by the core. */
export interface LimberEvent {
  /** UUID version 7, lower case; the same event has the same id everywhere. */
  id: string;
  device: string;
  /** UTC, milliseconds since 1970. */
  at_ms: number;
  /** Minutes east of UTC then and there. */
  offset_min: number;
  kind: string;
  payload: Record<string, unknown>;
}

/** Where this page keeps events, if it may keep any. */
export interface Journal {
  /** Everything that is kept, in any order. */
  load(): Promise<LimberEvent[]>;
  /** Durable when it resolves; an event that is already there is not added twice. */
  append(events: readonly LimberEvent[]): Promise<void>;
  /** Tells of events that came from elsewhere: another tab, the server. Call the result to end it. */
  subscribe(heard: (events: readonly LimberEvent[]) => void): () => void;
}

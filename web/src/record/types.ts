// The journal: where this page keeps events, if it may keep any. The core decides what an event is
// (record.append makes them canonical); the journal only stores, hands back and tells of new ones.

/** docs/formats.md, section 2. */
export interface LimberEvent {
  id: string;
  device: string;
  at_ms: number;
  offset_min: number;
  kind: string;
  payload: Record<string, unknown>;
}

export interface Journal {
  /** Everything that is kept, in any order. */
  load(): Promise<LimberEvent[]>;
  /** Durable when it resolves; an event that is already there is not added twice. */
  append(events: readonly LimberEvent[]): Promise<void>;
  /** Tells of events that came from elsewhere: another tab, the server. Call the result to end it. */
  subscribe(heard: (events: readonly LimberEvent[]) => void): () => void;
}

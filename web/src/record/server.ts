// The server as the journal sees it (docs/openapi.yaml). Three things can go wrong, and the journal
// treats them differently: it is not there or cannot now (Later: wait and try again), it does not
// want this page (later too, after the person did something), or it will never take these events
// (Never: look for the one it refuses, put it aside, go on with the others).

import type { LimberEvent } from "./types";

/** How the record on the server stands. */
export type RecordState = "none" | "open" | "locked" | "broken";

export interface About {
  record: RecordState;
  /** Whether the record has a passphrase: then no copy of it stays in the browser. */
  passphrase: boolean;
  /** Whether phones can pair. */
  phones: boolean;
}

export interface Listed {
  events: LimberEvent[];
  last: number;
  record_id: string;
}

export interface Watcher {
  /** Something may have changed. */
  changed(): void;
  /** The line is down; the watch goes on trying by itself. */
  lost(): void;
}

export interface Server {
  about(): Promise<About>;
  append(events: readonly LimberEvent[]): Promise<void>;
  list(since: number): Promise<Listed>;
  /** Calls until it is stopped. */
  watch(watcher: Watcher): () => void;
  erase(): Promise<void>;
}

export type Obstacle =
  | "absent"  // there is no server here: a static site
  | "gone"  // no answer
  | "signed_out"  // it does not know this browser (any more)
  | "locked"  // the record needs its passphrase
  | "no_record"  // nothing is kept there, and nothing is until consent is given
  | "busy";  // it cannot now

export class Later extends Error {
  constructor(
    readonly why: Obstacle,
    message = `the server: ${why}`,
    readonly retry_s?: number,
  ) {
    super(message);
  }
}

export class Never extends Error {}

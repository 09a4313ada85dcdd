// Where the browser keeps events: a list in order of arrival, each either known to the server or
// still waiting to go there (the outbox). The journal works on this interface only; it is
// implemented in memory (before consent, and "without saving") and in IndexedDB.
//
// Promises: add() never keeps an id twice; what has been added and not been acknowledged is never
// dropped by anything but erase(); each call is one transaction.

import type { LimberEvent } from "./types";

export interface Row {
  /** Order of arrival in this browser, ascending, never reused. */
  seq: number;
  event: LimberEvent;
}

/** What a server's record looked like when we last spoke to it. */
export interface Anchor {
  /** Names the record on the server; another name is another record. */
  record: string;
  /** How far its list has been read. */
  cursor: number;
}

export interface Counts {
  /** Events that still have to reach the server. */
  waiting: number;
  /** Events the server will never take; kept here and exported, and said so. */
  refused: number;
}

export interface Keep {
  /** Rows that arrived after `seq`, in order. */
  read(seq: number): Promise<Row[]>;
  /** Keeps those whose id is new here, as waiting to be sent. */
  add(events: readonly LimberEvent[]): Promise<void>;
  /** The first rows that wait, in order. */
  outbox(most: number): Promise<LimberEvent[]>;
  /** The server has these. Without `copy` they are dropped here. */
  sent(ids: readonly string[], copy: boolean): Promise<void>;
  /** The server will never take this one. */
  refuse(id: string): Promise<void>;
  /** Events from the server, and how far its list has been read, in one transaction. */
  pulled(events: readonly LimberEvent[], anchor: Anchor, copy: boolean): Promise<void>;
  anchor(): Promise<Anchor | null>;
  /** The server holds another record now: drops the copies of the old one, keeps what waits. */
  rebase(): Promise<void>;
  counts(): Promise<Counts>;
  /** The name under which events of this browser are filed. */
  device(): Promise<string>;
  /** Destroys everything. */
  erase(): Promise<void>;
  close(): void;
}

/** The browser did not keep what it was given (storage full, private window, locked elsewhere). */
export class KeepError extends Error {
  constructor(
    readonly why: "full" | "locked" | "wrong_passphrase" | "damaged" | "unavailable",
    options?: ErrorOptions,
  ) {
    super(`the browser"s store: ${why}`, options);
  }
}

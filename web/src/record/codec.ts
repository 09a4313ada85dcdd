// How an event lies in the browser's store: as it is, or sealed with a passphrase.
//
// Id, device and time stay in the open in both (as in limber.db): they order the rows and find
// doubles. Everything that says something about the person is in the body.

import type { LimberEvent } from "./types";

export interface Body {
  /** Offset, kind and payload. */
  plain?: { offset_min: number; kind: string; payload: Record<string, unknown> };
  /** Nonce and ciphertext of the same. */
  sealed?: Uint8Array;
}

export interface StoredEvent extends Body {
  id: string;
  device: string;
  at_ms: number;
}

export interface Codec {
  /** Names the key it seals with; empty for none. Rows of another key are not written or read. */
  readonly key: string;
  write(event: LimberEvent): StoredEvent;
  /** Throws KeepError('damaged') if it does not open. */
  read(stored: StoredEvent): LimberEvent;
}

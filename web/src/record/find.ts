// What this browser finds when the page opens: a record of its own, one behind a passphrase, one that
// only the server has (made in the terminal, say), or none. Looking makes and stores nothing.

import { SyncJournal } from "./journal";
import { KeepError, type Keep } from "./keep";
import { IdbKeep, type IdbOptions } from "./keep_idb";
import type { Server } from "./server";
import type { Tabs } from "./tabs";
import type { LimberEvent } from "./types";

export interface Parts extends IdbOptions {
  server: Server | null;
  tabs: Tabs;
}

export interface OpenRecord {
  journal: SyncJournal;
  keep: IdbKeep;
  events: LimberEvent[];
  device: string;
}

/** Nothing is kept anywhere; the browser's store is locked; or here it is. */
export type Found = { what: "nothing" } | { what: "locked" } | { what: "open"; record: OpenRecord };

// A server on this computer answers at once; a page on its own must not wait for one.
const patience_ms = 1500;

export async function findRecord(parts: Parts): Promise<Found> {
  if (await IdbKeep.exists(parts.factory, parts.name)) {
    try {
      return { what: "open", record: await openRecord(parts) };
    } catch (problem) {
      if (problem instanceof KeepError && problem.why === "locked") return { what: "locked" };
      throw problem;
    }
  }
  // A record begins with a consent, so where the server has one, there is consent.
  return (await serverHasRecord(parts.server))
    ? { what: "open", record: await openRecord(parts) }
    : { what: "nothing" };
}

/** Opens the browser's store, or makes it; `passphrase` where it is locked. */
export async function openRecord(parts: Parts, passphrase?: string): Promise<OpenRecord> {
  const keep = await IdbKeep.open(
    parts,
    passphrase === undefined ? undefined : async (lock) => (await import("./seal")).unlockWith(passphrase, lock),
  );
  const journal = new SyncJournal({ keep: keep satisfies Keep, server: parts.server, tabs: parts.tabs });
  return { journal, keep, events: await journal.load(), device: await keep.device() };
}

async function serverHasRecord(server: Server | null): Promise<boolean> {
  if (server === null) return false;
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), patience_ms));
  const there = server.about().then(
    ({ record }) => record === "open" || record === "locked",
    () => false,
  );
  return Promise.race([there, late]);
}

// Events in IndexedDB. One row per event; `out` marks what has not reached the server (1) or never
// will (2) and is absent otherwise, so that the index over it holds the outbox and nothing else.
//
// Invariants:
// 1. An id has at most one row (unique index; looked up within the writing transaction).
// 2. Every call that writes is one transaction with durability "strict", and checks in it that the
//    store is still locked with the key this tab writes with: a tab that was open while another one
//    set a passphrase cannot leave plain rows behind.
// 3. Rows are dropped only by erase(), and as copies of what a server holds (sent, rebase).

import { plainCodec } from "./codec_plain";
import type { Codec, StoredEvent } from "./codec";
import { committed, deleteDatabase, done, walk } from "./idb";
import { KeepError, type Anchor, type Counts, type Keep, type Row } from "./keep";
import type { LockFile } from "./lock_file";
import type { LimberEvent } from "./types";

const version = 1;
const waiting = 1;
const refused = 2;

interface StoredRow extends StoredEvent {
  seq?: number;
  out?: typeof waiting | typeof refused;
}

export interface IdbOptions {
  factory?: IDBFactory;
  name?: string;
  /** The name to file events under if this browser has none yet. */
  newDevice: () => string;
  /** Another tab erased the store. */
  erasedElsewhere?: () => void;
}

export class IdbKeep implements Keep {
  private constructor(
    private readonly database: IDBDatabase,
    private readonly factory: IDBFactory,
    private readonly name: string,
    private codec: Codec,
    private readonly deviceName: string,
  ) {}

  /** Opens or makes the store; `codec` opens rows if the store is locked. */
  static async open(options: IdbOptions, unlock?: (lock: LockFile) => Promise<Codec>): Promise<IdbKeep> {
    const factory = options.factory ?? indexedDB;
    const name = options.name ?? "limber";
    const database = await openDatabase(factory, name);
    try {
      const transaction = database.transaction("meta", "readwrite");
      const meta = transaction.objectStore("meta");
      const lock = (await done(meta.get("lock"))) as LockFile | undefined;
      let device = (await done(meta.get("device"))) as string | undefined;
      if (device === undefined) meta.put((device = options.newDevice()), "device");
      await committed(transaction);
      let codec: Codec = plainCodec;
      if (lock !== undefined) {
        if (unlock === undefined) throw new KeepError("locked");
        codec = await unlock(lock);
      }
      database.onversionchange = () => {
        database.close();
        options.erasedElsewhere?.();
      };
      return new IdbKeep(database, factory, name, codec, device);
    } catch (problem) {
      database.close();
      throw problem;
    }
  }

  /** Whether a store is there, without making one. */
  static async exists(factory: IDBFactory = indexedDB, name = "limber"): Promise<boolean> {
    const all = await factory.databases();
    return all.some((each) => each.name === name);
  }

  get locked(): boolean {
    return this.codec.key !== "";
  }

  async read(seq: number): Promise<Row[]> {
    const transaction = this.database.transaction("events");
    const range = IDBKeyRange.lowerBound(seq, true);
    const rows = (await done(transaction.objectStore("events").getAll(range))) as StoredRow[];
    return rows.map((row) => ({ seq: row.seq ?? 0, event: this.codec.read(row) }));
  }

  add(events: readonly LimberEvent[]): Promise<void> {
    return this.write(async (store) => {
      for (const event of events) await putNew(store, { ...this.codec.write(event), out: waiting });
    });
  }

  async outbox(most: number): Promise<LimberEvent[]> {
    const index = this.database.transaction("events").objectStore("events").index("out");
    // Equal index keys come in the order of the primary key: the order of arrival.
    const rows = (await done(index.getAll(waiting, most))) as StoredRow[];
    return rows.map((row) => this.codec.read(row));
  }

  sent(ids: readonly string[], copy: boolean): Promise<void> {
    return this.write(async (store) => {
      for (const id of ids) await settle(store, id, copy);
    });
  }

  refuse(id: string): Promise<void> {
    return this.write(async (store) => {
      const row = (await done(store.index("id").get(id))) as StoredRow | undefined;
      if (row?.out === waiting) await done(store.put({ ...row, out: refused }));
    });
  }

  pulled(events: readonly LimberEvent[], anchor: Anchor, copy: boolean): Promise<void> {
    return this.write(async (store, meta) => {
      for (const event of events) {
        const there = await settle(store, event.id, copy);
        if (!there && copy) await done(store.add(this.codec.write(event)));
      }
      await done(meta.put(copy ? anchor : { record: anchor.record, cursor: 0 }, "anchor"));
    });
  }

  async anchor(): Promise<Anchor | null> {
    const meta = this.database.transaction("meta").objectStore("meta");
    return ((await done(meta.get("anchor"))) as Anchor | undefined) ?? null;
  }

  rebase(): Promise<void> {
    return this.write(async (store, meta) => {
      await walk(store.openCursor(), (cursor) => {
        if ((cursor.value as StoredRow).out === undefined) cursor.delete();
      });
      await done(meta.delete("anchor"));
    });
  }

  async counts(): Promise<Counts> {
    const index = this.database.transaction("events").objectStore("events").index("out");
    const [wait, never] = await Promise.all([done(index.count(waiting)), done(index.count(refused))]);
    return { waiting: wait, refused: never };
  }

  device(): Promise<string> {
    return Promise.resolve(this.deviceName);
  }

  /** Writes every row anew with `codec`, and says with which lock; all in one transaction. */
  async relock(codec: Codec, lock: LockFile | null): Promise<void> {
    const before = this.codec;
    await this.write(async (store, meta) => {
      await walk(store.openCursor(), (cursor) => {
        const row = cursor.value as StoredRow;
        const marks = row.out === undefined ? { seq: row.seq } : { seq: row.seq, out: row.out };
        cursor.update({ ...codec.write(before.read(row)), ...marks });
      });
      await done(lock === null ? meta.delete("lock") : meta.put(lock, "lock"));
    });
    this.codec = codec;
  }

  async lockFile(): Promise<LockFile | null> {
    const meta = this.database.transaction("meta").objectStore("meta");
    return ((await done(meta.get("lock"))) as LockFile | undefined) ?? null;
  }

  async erase(): Promise<void> {
    this.database.onversionchange = null;
    this.database.close();
    await deleteDatabase(this.factory, this.name);
  }

  close(): void {
    this.database.close();
  }

  private async write(work: (store: IDBObjectStore, meta: IDBObjectStore) => Promise<void>): Promise<void> {
    let transaction: IDBTransaction;
    try {
      transaction = this.database.transaction(["events", "meta"], "readwrite", { durability: "strict" });
    } catch (problem) {
      throw new KeepError("unavailable", { cause: problem });
    }
    const finished = committed(transaction);
    finished.catch(() => undefined);  // awaited below; never unhandled
    try {
      const meta = transaction.objectStore("meta");
      const lock = (await done(meta.get("lock"))) as LockFile | undefined;
      if ((lock?.id ?? "") !== this.codec.key) throw new KeepError("locked");
      await work(transaction.objectStore("events"), meta);
      await finished;
    } catch (problem) {
      if (problem instanceof KeepError) {
        abort(transaction);
        throw problem;
      }
      abort(transaction);
      const full = problem instanceof DOMException && problem.name === "QuotaExceededError";
      throw new KeepError(full ? "full" : "unavailable", { cause: problem });
    }
  }
}

/** The lock of a store, without opening it any further. */
export async function readLock(factory: IDBFactory = indexedDB, name = "limber"): Promise<LockFile | null> {
  const database = await openDatabase(factory, name);
  try {
    const meta = database.transaction("meta").objectStore("meta");
    return ((await done(meta.get("lock"))) as LockFile | undefined) ?? null;
  } finally {
    database.close();
  }
}

function openDatabase(factory: IDBFactory, name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, version);
    request.onupgradeneeded = () => {
      const events = request.result.createObjectStore("events", { keyPath: "seq", autoIncrement: true });
      events.createIndex("id", "id", { unique: true });
      events.createIndex("out", "out");
      request.result.createObjectStore("meta");
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new KeepError("unavailable", { cause: request.error }));
    request.onblocked = () => reject(new KeepError("unavailable"));
  });
}

async function putNew(store: IDBObjectStore, row: StoredRow): Promise<void> {
  const there = await done(store.index("id").getKey(row.id));
  if (there === undefined) await done(store.add(row));
}

/** The server has this one. Gives whether there was a row of it here. */
async function settle(store: IDBObjectStore, id: string, copy: boolean): Promise<boolean> {
  const row = (await done(store.index("id").get(id))) as StoredRow | undefined;
  if (row === undefined) return false;
  if (!copy) {
    await done(store.delete(row.seq ?? 0));
  } else if (row.out !== undefined) {
    delete row.out;
    await done(store.put(row));
  }
  return true;
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It is over already.
  }
}

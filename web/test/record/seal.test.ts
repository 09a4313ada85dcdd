import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { describe, expect, it } from "vitest";
import { plainCodec } from "../../src/record/codec_plain";
import { done } from "../../src/record/idb";
import { IdbKeep, readLock } from "../../src/record/keep_idb";
import { lockWith, unlockWith } from "../../src/record/seal";
import { noted } from "./fake";

// The least libsodium takes: these tests are about bytes, not about how long a guess takes.
const cheap = { ops: 1, memory: 8192 };
const device = "0192f000-0000-7000-8000-0000000000aa";
const event = { ...noted("Stra\u00dfe \u{1f9b4} secret"), offset_min: -570 };

describe("a seal", () => {
  it("opens with its key", async () => {
    const { codec } = await lockWith("long enough", cheap);
    expect(codec.read(codec.write(event))).toEqual(event);
  });

  it("shows neither kind nor payload, and its length tells little", async () => {
    const { codec } = await lockWith("long enough", cheap);
    const [short, long] = [codec.write({ ...event, payload: {} }), codec.write({ ...event, payload: { a: 1 } })];
    expect(Object.keys(short).sort()).toEqual(["at_ms", "device", "id", "sealed"]);
    expect(short.sealed?.length).toBe(long.sealed?.length);
  });

  it("is never the same twice", async () => {
    const { codec } = await lockWith("long enough", cheap);
    expect(codec.write(event).sealed).not.toEqual(codec.write(event).sealed);
  });

  it("does not open when one byte of it, its id or its time was changed", async () => {
    const { codec } = await lockWith("long enough", cheap);
    const stored = codec.write(event);
    const flipped = Uint8Array.from(stored.sealed ?? []);
    flipped[flipped.length - 20]! ^= 1;
    expect(() => codec.read({ ...stored, sealed: flipped })).toThrow("damaged");
    expect(() => codec.read({ ...stored, at_ms: stored.at_ms + 1 })).toThrow("damaged");
    expect(() => codec.read({ ...stored, id: noted("x").id })).toThrow("damaged");
  });

  it("opens with the right passphrase only", async () => {
    const { codec, lock } = await lockWith("long enough", cheap);
    const again = await unlockWith("long enough", lock);
    expect(again.read(codec.write(event))).toEqual(event);
    await expect(unlockWith("long enougH", lock)).rejects.toMatchObject({ why: "wrong_passphrase" });
  });

  it("does not open when the cost in the lock was lowered", async () => {
    const { lock } = await lockWith("long enough", { ops: 2, memory: 8192 });
    const lowered = { ...lock, passphrase: { ...lock.passphrase, ops: 1 } };
    await expect(unlockWith("long enough", lowered)).rejects.toMatchObject({ why: "wrong_passphrase" });
  });
});

describe("a locked store", () => {
  const open = (factory: IDBFactory) => IdbKeep.open({ factory, newDevice: () => device });

  it("holds no plain event once it is locked, those from before included", async () => {
    const factory = new IDBFactory();
    const keep = await open(factory);
    await keep.add([event, noted("secret, too")]);
    const { codec, lock } = await lockWith("long enough", cheap);
    await keep.relock(codec, lock);
    await keep.add([noted("secret after")]);
    const raw = await done(factory.open("limber"));
    const rows: unknown = await done(raw.transaction("events").objectStore("events").getAll());
    expect(JSON.stringify(rows)).not.toContain("secret");
    expect(JSON.stringify(rows)).not.toContain("note");
  });

  it("keeps the outbox and the order through locking and unlocking", async () => {
    const keep = await open(new IDBFactory());
    const events = [noted("a"), noted("b"), noted("c")];
    await keep.add(events);
    await keep.sent([events[0]!.id], true);
    const { codec, lock } = await lockWith("long enough", cheap);
    await keep.relock(codec, lock);
    expect((await keep.outbox(9)).map((each) => each.id)).toEqual(events.slice(1).map((each) => each.id));
    await keep.relock(plainCodec, null);
    expect((await keep.read(0)).map((row) => row.event)).toEqual(events);
  });

  it("asks for the passphrase when it is opened again", async () => {
    const factory = new IDBFactory();
    const keep = await open(factory);
    await keep.add([event]);
    const { codec, lock } = await lockWith("long enough", cheap);
    await keep.relock(codec, lock);
    keep.close();
    await expect(open(factory)).rejects.toMatchObject({ why: "locked" });
    expect(await readLock(factory)).toEqual(lock);
    const again = await IdbKeep.open({ factory, newDevice: () => device }, (lock) => unlockWith("long enough", lock));
    expect((await again.read(0)).map((row) => row.event)).toEqual([event]);
  });

  it("refuses plain rows of a tab that was open before", async () => {
    const factory = new IDBFactory();
    const [one, two] = [await open(factory), await open(factory)];
    const { codec, lock } = await lockWith("long enough", cheap);
    await one.relock(codec, lock);
    await expect(two.add([event])).rejects.toMatchObject({ why: "locked" });
    expect(await one.read(0)).toEqual([]);
  });
});

// Both places to keep events, held to the same promises.
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { describe, expect, it } from "vitest";
import type { Keep } from "../../src/record/keep";
import { IdbKeep } from "../../src/record/keep_idb";
import { MemoryKeep } from "../../src/record/keep_memory";
import { idsOf, noted } from "./fake";

const device = "0192f000-0000-7000-8000-0000000000aa";
const kinds: [string, () => Promise<Keep>][] = [
  ["memory", () => Promise.resolve(new MemoryKeep(device))],
  ["IndexedDB", () => IdbKeep.open({ factory: new IDBFactory(), newDevice: () => device })],
];

describe.each(kinds)("a keep in %s", (_, open) => {
  it("gives back what was added, in the order of arrival", async () => {
    const keep = await open();
    const events = [noted("b"), noted("a"), noted("c")];
    await keep.add(events);
    expect((await keep.read(0)).map((row) => row.event)).toEqual(events);
  });

  it("keeps an id once, and the first contents stay", async () => {
    const keep = await open();
    const event = noted("first");
    await keep.add([event, event]);
    await keep.add([{ ...event, payload: { text: "second" } }]);
    expect((await keep.read(0)).map((row) => row.event.payload)).toEqual([{ text: "first" }]);
  });

  it("reads on from a row", async () => {
    const keep = await open();
    const [one, two] = [noted("1"), noted("2")];
    await keep.add([one]);
    const [row] = await keep.read(0);
    await keep.add([two]);
    expect((await keep.read(row?.seq ?? 0)).map((each) => each.event)).toEqual([two]);
  });

  it("counts what waits, and no longer what was sent", async () => {
    const keep = await open();
    const events = [noted("1"), noted("2"), noted("3")];
    await keep.add(events);
    await keep.sent(idsOf(events.slice(0, 2)), true);
    expect(await keep.counts()).toEqual({ waiting: 1, refused: 0 });
    expect(await keep.read(0)).toHaveLength(3);
  });

  it("drops what was sent where no copy may stay", async () => {
    const keep = await open();
    const events = [noted("1"), noted("2")];
    await keep.add(events);
    await keep.sent(idsOf(events.slice(0, 1)), false);
    expect(idsOf((await keep.read(0)).map((row) => row.event))).toEqual(idsOf(events.slice(1)));
  });

  it("keeps what the server refused, and offers it no more", async () => {
    const keep = await open();
    const event = noted("odd");
    await keep.add([event]);
    await keep.refuse(event.id);
    expect(await keep.counts()).toEqual({ waiting: 0, refused: 1 });
    expect(await keep.outbox(9)).toEqual([]);
    expect(await keep.read(0)).toHaveLength(1);
  });

  it("takes the outbox in order, as many as asked", async () => {
    const keep = await open();
    const events = [noted("1"), noted("2"), noted("3")];
    await keep.add(events);
    expect(await keep.outbox(2)).toEqual(events.slice(0, 2));
  });

  it("knows its own event when the server lists it", async () => {
    const keep = await open();
    const event = noted("mine");
    await keep.add([event]);
    await keep.pulled([event, noted("theirs")], { record: "r", cursor: 2 }, true);
    expect(await keep.counts()).toEqual({ waiting: 0, refused: 0 });
    expect(await keep.read(0)).toHaveLength(2);
    expect(await keep.anchor()).toEqual({ record: "r", cursor: 2 });
  });

  it("keeps no copy of what the server lists where none may stay", async () => {
    const keep = await open();
    await keep.pulled([noted("theirs")], { record: "r", cursor: 1 }, false);
    expect(await keep.read(0)).toEqual([]);
  });

  it("drops copies and keeps the outbox when the record is another", async () => {
    const keep = await open();
    const mine = noted("unsent");
    await keep.add([mine]);
    await keep.pulled([noted("theirs")], { record: "r", cursor: 1 }, true);
    await keep.rebase();
    expect((await keep.read(0)).map((row) => row.event)).toEqual([mine]);
    expect(await keep.anchor()).toBeNull();
  });
});

describe("the store in IndexedDB", () => {
  it("is the same after it was closed", async () => {
    const factory = new IDBFactory();
    const first = await IdbKeep.open({ factory, newDevice: () => device });
    const event = noted("kept");
    await first.add([event]);
    first.close();
    const second = await IdbKeep.open({ factory, newDevice: () => "another" });
    expect((await second.read(0)).map((row) => row.event)).toEqual([event]);
    expect(await second.device()).toBe(device);
  });

  it("is not there before it is opened, nor after it was erased", async () => {
    const factory = new IDBFactory();
    expect(await IdbKeep.exists(factory)).toBe(false);
    const keep = await IdbKeep.open({ factory, newDevice: () => device });
    expect(await IdbKeep.exists(factory)).toBe(true);
    await keep.erase();
    expect(await IdbKeep.exists(factory)).toBe(false);
  });

  it("tells other tabs when one erases it", async () => {
    const factory = new IDBFactory();
    let told = 0;
    await IdbKeep.open({ factory, newDevice: () => device, erasedElsewhere: () => told++ });
    const keep = await IdbKeep.open({ factory, newDevice: () => device });
    await keep.erase();
    expect(told).toBe(1);
  });
});

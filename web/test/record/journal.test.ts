import { describe, expect, it } from "vitest";
import { SyncJournal } from "../../src/record/journal";
import { MemoryKeep } from "../../src/record/keep_memory";
import type { LimberEvent } from "../../src/record/types";
import { FakeServer, FakeTabs, FakeTimers, idsOf, noted } from "./fake";

function setUp() {
  const server = new FakeServer();
  const keep = new MemoryKeep("d");
  const tabs = new FakeTabs();
  const timers = new FakeTimers();
  const tab = (): { journal: SyncJournal; heard: LimberEvent[] } => {
    const journal = new SyncJournal({ keep, server, tabs: tabs.tab(), timers });
    const heard: LimberEvent[] = [];
    journal.subscribe((events) => heard.push(...events));
    return { journal, heard };
  };
  return { server, keep, tabs, timers, tab };
}

const settled = async (): Promise<void> => {
  for (let i = 0; i < 60; ++i) await Promise.resolve();
};

describe("the journal", () => {
  it("sends what was added", async () => {
    const { server, tab } = setUp();
    const { journal } = tab();
    const event = noted("a");
    await journal.append([event]);
    await journal.sync();
    expect(server.events).toEqual([event]);
    expect(journal.state).toMatchObject({ link: "open", waiting: 0 });
  });

  it("counts what waits while the server is gone, and sends it when it is back", async () => {
    const { server, timers, tab } = setUp();
    const { journal } = tab();
    await journal.sync();
    server.up = false;
    await journal.append([noted("a"), noted("b")]);
    await journal.sync();
    expect(journal.state).toMatchObject({ link: "gone", waiting: 2 });
    server.up = true;
    timers.pass();
    await journal.sync();
    expect(server.events).toHaveLength(2);
    expect(journal.state).toMatchObject({ link: "open", waiting: 0 });
  });

  it("takes a page that no server ever answered for one without a server", async () => {
    const { server, tab } = setUp();
    const { journal } = tab();
    server.up = false;
    await journal.append([noted("a")]);
    await journal.sync();
    expect(journal.state.link).toBe("absent");
  });

  it("doubles nothing when the answer is lost", async () => {
    const { server, tab } = setUp();
    const { journal } = tab();
    server.faults = ["none", "answer_lost"];
    await journal.append([noted("a")]);
    await journal.sync();
    await journal.sync();
    expect(server.events).toHaveLength(1);
    expect(journal.state.waiting).toBe(0);
  });

  it("tells the page of what others added, once", async () => {
    const { server, tab } = setUp();
    const { journal, heard } = tab();
    journal.start();
    await journal.sync();
    const event = noted("from the terminal");
    server.add(event);
    await settled();
    await journal.sync();
    expect(heard).toEqual([event]);
  });

  it("does not tell the page of what it added itself", async () => {
    const { tab } = setUp();
    const { journal, heard } = tab();
    await journal.append([noted("mine")]);
    await journal.sync();
    expect(heard).toEqual([]);
  });

  it("lets two tabs agree without a server", async () => {
    const { server, tab } = setUp();
    server.up = false;
    const [one, two] = [tab(), tab()];
    one.journal.start();
    two.journal.start();
    const event = noted("a");
    await one.journal.append([event]);
    await settled();
    expect(two.heard).toEqual([event]);
    expect(two.journal.state.waiting).toBe(1);
  });

  it("lets one tab listen for all, and the next one when it closes", async () => {
    const { server, tab } = setUp();
    const [one, two] = [tab(), tab()];
    one.journal.start();
    two.journal.start();
    await one.journal.sync();
    await two.journal.sync();
    expect(server.watchers.size).toBe(1);
    one.journal.close();
    await two.journal.sync();
    expect(server.watchers.size).toBe(1);
    const event = noted("later");
    server.add(event);
    await settled();
    expect(two.heard).toEqual([event]);
  });

  it("puts aside the one event the server never takes, and sends the others in order", async () => {
    const { server, tab } = setUp();
    const { journal } = tab();
    const events = ["a", "b", "odd", "c", "d"].map((text) => noted(text));
    server.refuses = (event) => event.payload["text"] === "odd";
    await journal.append(events);
    await journal.sync();
    expect(server.events.map((event) => event.payload["text"])).toEqual(["a", "b", "c", "d"]);
    expect(journal.state).toMatchObject({ waiting: 0, refused: 1 });
    expect(await journal.load()).toHaveLength(5);
  });

  it("sends the consent first, whatever was noted before it", async () => {
    const { server, tab } = setUp();
    const { journal } = tab();
    server.up = false;
    await journal.append([noted("before"), noted("yes", "consent")]);
    server.up = true;
    await journal.sync();
    expect(server.events.map((event) => event.kind)).toEqual(["consent", "note"]);
  });

  it("keeps no copy of a record that has a passphrase", async () => {
    const { server, keep, tab } = setUp();
    server.passphrase = true;
    server.add(noted("theirs"));
    const { journal, heard } = tab();
    await journal.append([noted("mine")]);
    await journal.sync();
    expect(await keep.read(0)).toEqual([]);
    expect(heard).toHaveLength(1);
    expect(server.events).toHaveLength(2);
  });

  it("drops the copies it has when a passphrase is set", async () => {
    const { server, keep, tab } = setUp();
    const { journal } = tab();
    await journal.append([noted("mine")]);
    await journal.sync();
    expect(await keep.read(0)).toHaveLength(1);
    server.passphrase = true;
    const again = tab().journal;
    await again.load();
    await again.sync();
    expect(await keep.read(0)).toEqual([]);
  });

  it("begins anew when the server's record is another one, and loses nothing unsent", async () => {
    const { server, tab } = setUp();
    const { journal } = tab();
    await journal.append([noted("old")]);
    await journal.sync();
    server.begin("r2");
    server.up = false;
    const unsent = noted("unsent");
    await journal.append([unsent]);
    let resets = 0;
    journal.onReset(() => resets++);
    server.up = true;
    await journal.sync();
    expect(resets).toBe(1);
    expect(idsOf(server.events)).toEqual([unsent.id]);
    expect(idsOf(await journal.load())).toEqual([unsent.id]);
  });

  it("waits as long as the server asks", async () => {
    const { server, timers, tab } = setUp();
    const { journal } = tab();
    server.faults = ["busy", "busy", "busy"];
    await journal.append([noted("a")]);
    await journal.sync();
    expect(journal.state.link).toBe("busy");
    expect(timers.waiting.map((timer) => timer.ms)).toEqual([2000]);
  });

  it("tries less and less often, and never gives up", async () => {
    const { server, timers, tab } = setUp();
    const { journal } = tab();
    server.up = false;
    const waits: number[] = [];
    for (let i = 0; i < 8; ++i) {
      await journal.sync();
      waits.push(timers.waiting[0]?.ms ?? 0);
    }
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000]);
  });

  it("says that the record is locked", async () => {
    const { server, tab } = setUp();
    const { journal } = tab();
    server.faults = ["none", "locked"];
    await journal.sync();
    expect(journal.state.link).toBe("locked");
  });

  it("does not count an event that the browser could not keep", async () => {
    const { keep, tab } = setUp();
    const { journal } = tab();
    keep.add = () => Promise.reject(new Error("full"));
    const event = noted("a");
    await expect(journal.append([event])).rejects.toThrow("full");
    keep.add = MemoryKeep.prototype.add;
    await journal.append([event]);
    expect(await journal.load()).toEqual([event]);
  });

  it("erases nothing here while the server cannot", async () => {
    const { server, keep, tab } = setUp();
    const { journal } = tab();
    await journal.append([noted("a")]);
    server.up = false;
    await expect(journal.erase()).rejects.toThrow();
    expect(await keep.read(0)).toHaveLength(1);
  });
});

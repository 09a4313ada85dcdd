// Whatever goes wrong, in whatever order: nothing lost, nothing doubled, the count is true.
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import fc from "fast-check";
import { expect, it } from "vitest";
import { SyncJournal } from "../../src/record/journal";
import { IdbKeep } from "../../src/record/keep_idb";
import type { LimberEvent } from "../../src/record/types";
import { FakeServer, FakeTabs, FakeTimers, idsOf, noted, type Fault } from "./fake";

// The same steps at every run; LIMBER_SEED looks for others.
const seed = Number(process.env["LIMBER_SEED"] ?? 20261121);

type Step =
  | { do: "add"; tab: number; events: number }
  | { do: "sync"; tab: number; faults: Fault[] }
  | { do: "server"; up: boolean }
  | { do: "elsewhere" }  // another device or the terminal adds
  | { do: "crash"; tab: number };  // the tab is killed and opened again

const fault = fc.constantFrom<Fault>("none", "unreachable", "answer_lost", "twice", "half", "busy", "locked");
const tab = fc.nat(1);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant("add" as const), tab, events: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ do: fc.constant("sync" as const), tab, faults: fc.array(fault, { maxLength: 6 }) }),
  fc.record({ do: fc.constant("server" as const), up: fc.boolean() }),
  fc.record({ do: fc.constant("elsewhere" as const) }),
  fc.record({ do: fc.constant("crash" as const), tab }),
);

interface Tab {
  journal: SyncJournal;
  seen: string[];
}

async function run(steps: Step[], passphrase: boolean): Promise<void> {
  const factory = new IDBFactory();
  const server = new FakeServer();
  server.passphrase = passphrase;
  const tabs = new FakeTabs();
  const timers = new FakeTimers();
  const added: LimberEvent[] = [];

  const open = async (): Promise<Tab> => {
    const keep = await IdbKeep.open({ factory, newDevice: () => "d" });
    const journal = new SyncJournal({ keep, server, tabs: tabs.tab(), timers });
    const seen: string[] = [];
    journal.subscribe((events) => seen.push(...idsOf(events)));
    seen.push(...idsOf(await journal.load()));
    journal.start();
    await journal.sync();
    return { journal, seen };
  };

  const both = [await open(), await open()] as [Tab, Tab];
  for (const each of steps) {
    switch (each.do) {
      case "add": {
        const events = Array.from({ length: each.events }, () => noted("mine"));
        await both[each.tab]?.journal.append(events);
        both[each.tab]?.seen.push(...idsOf(events));
        added.push(...events);
        break;
      }
      case "sync":
        server.faults = each.faults;
        await both[each.tab]?.journal.sync();
        server.faults = [];
        break;
      case "server":
        server.up = each.up;
        break;
      case "elsewhere": {
        const event = noted("theirs");
        added.push(event);
        server.add(event);
        break;
      }
      case "crash":
        both[each.tab]?.journal.close();
        both[each.tab] = await open();
        break;
    }
    // The count is true at every moment: nothing that the server lacks is ever left out of it.
    const [first] = both;
    await first.journal.load();
    const onServer = new Set(idsOf(server.events));
    const missing = added.filter((event) => !onServer.has(event.id)).length;
    expect(first.journal.state.waiting).toBeGreaterThanOrEqual(missing);
  }
  server.up = true;
  for (const { journal } of both) await journal.sync();
  for (const { journal } of both) await journal.sync();
  expect(idsOf(server.events)).toEqual(idsOf(added));
  for (const { journal, seen } of both) {
    expect(journal.state).toMatchObject({ link: "open", waiting: 0, refused: 0 });
    expect(seen.sort()).toEqual(idsOf(added));
    journal.close();
  }
}

it("loses and doubles nothing, with a copy in the browser", async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 14 }), (steps) => run(steps, false)), { numRuns: 60, seed });
}, 60_000);

it("loses and doubles nothing, without a copy", async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 14 }), (steps) => run(steps, true)), { numRuns: 60, seed });
}, 60_000);

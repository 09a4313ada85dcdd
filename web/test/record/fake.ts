// What the journal's tests stand on: a server that fails in every way a server can, tabs without a
// browser, and time that passes when it is told to.
import { Later, Never, type About, type Listed, type Server, type Watcher } from "../../src/record/server";
import type { News, Tabs } from "../../src/record/tabs";
import type { Timers } from "../../src/record/journal";
import type { LimberEvent } from "../../src/record/types";

let made = 0;
const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, "0");

export function newId(): string {
  return `0192f000-0000-7000-8000-${hex(++made, 12)}`;
}

export function noted(text: string, kind = "note"): LimberEvent {
  return {
    id: newId(),
    device: "0192f000-0000-7000-8000-00000000000d",
    at_ms: 1_790_000_000_000 + made,
    offset_min: -90,
    kind,
    payload: { text },
  };
}

/** What goes wrong with the next request. */
export type Fault =
  | "none"
  | "unreachable"  // nothing arrives
  | "answer_lost"  // it does the work and dies before it answers
  | "twice"  // a proxy or a retry delivers it twice
  | "half"  // the connection breaks within the body: nothing is kept
  | "busy"
  | "locked";

export class FakeServer implements Server {
  events: LimberEvent[] = [];
  record = "r1";
  passphrase = false;
  faults: Fault[] = [];
  refuses: (event: LimberEvent) => boolean = () => false;
  requests = 0;
  watchers = new Set<Watcher>();
  up = true;

  async about(): Promise<About> {
    await this.arrive();
    return { record: "open", passphrase: this.passphrase, phones: false };
  }

  async append(events: readonly LimberEvent[]): Promise<void> {
    const fault = await this.arrive();
    if (events.some(this.refuses)) throw new Never("it does not fit its kind");
    const fresh = events.filter(({ id }) => !this.events.some((kept) => kept.id === id));
    this.events.push(...structuredClone(fresh));
    if (fault === "twice") await this.append(events);
    if (fresh.length > 0) for (const watcher of this.watchers) watcher.changed();
    if (fault === "answer_lost") throw new Later("gone");
  }

  async list(since: number): Promise<Listed> {
    const fault = await this.arrive();
    if (fault === "answer_lost") throw new Later("gone");
    return { events: structuredClone(this.events.slice(since)), last: this.events.length, record_id: this.record };
  }

  watch(watcher: Watcher): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  async erase(): Promise<void> {
    await this.arrive();
    this.begin("");
  }

  /** Erased and begun anew, by the command line for instance. */
  begin(record: string): void {
    this.events = [];
    this.record = record;
  }

  /** Someone else adds. */
  add(...events: LimberEvent[]): void {
    this.events.push(...events);
    for (const watcher of this.watchers) watcher.changed();
  }

  private async arrive(): Promise<Fault> {
    this.requests++;
    await Promise.resolve();
    const fault = this.faults.shift() ?? "none";
    if (!this.up || fault === "unreachable" || fault === "half") throw new Later("gone");
    if (fault === "busy") throw new Later("busy", "busy", 2);
    if (fault === "locked") throw new Later("locked");
    return fault;
  }
}

/** Tabs of one browser: what one tells, all others hear; the first that asks leads. */
export class FakeTabs {
  private readonly ears = new Map<object, (news: News) => void>();
  private readonly queue: { tab: object; lead: () => () => void; end?: () => void }[] = [];

  tab(): Tabs {
    const tab = {};
    return {
      tell: (news) => {
        for (const [other, hear] of this.ears) if (other !== tab) hear(structuredClone(news));
      },
      listen: (heard) => {
        this.ears.set(tab, heard);
        return () => this.ears.delete(tab);
      },
      lead: (lead) => {
        this.queue.push({ tab, lead });
        this.next();
        return () => {
          const at = this.queue.findIndex((each) => each.tab === tab);
          this.queue.splice(at, 1)[0]?.end?.();
          this.next();
        };
      },
    };
  }

  private next(): void {
    const first = this.queue[0];
    if (first !== undefined && first.end === undefined) first.end = first.lead();
  }
}

export class FakeTimers implements Timers {
  waiting: { ms: number; then: () => void }[] = [];

  after(ms: number, then: () => void): () => void {
    const timer = { ms, then };
    this.waiting.push(timer);
    return () => (this.waiting = this.waiting.filter((each) => each !== timer));
  }

  /** Everything that waits is due now. */
  pass(): void {
    const due = this.waiting;
    this.waiting = [];
    for (const timer of due) timer.then();
  }
}

export const idsOf = (events: readonly LimberEvent[]): string[] => events.map((event) => event.id).sort();

// The journal: what the page adds is kept in the browser first, then goes to the server if there is
// one; what others add comes back from the server or from another tab.
//
// Invariants:
// 1. append() resolves when the events are durable here; whatever happens to the server, to the tab
//    or in between, an event stays in the outbox until the server has said that it has it.
// 2. The server may have an event twice offered and keeps it once (ids), so sending again is always
//    safe: a lost answer, two tabs, a server killed half-way need no special case.
// 3. Every event is told to the page once, whichever way it arrives (known ids).
// 4. A record with another name is another record: copies of the old one are dropped, the outbox
//    stays (the server said it had the copies; nobody else has the outbox).
// 5. The counts are those of the store all tabs share, never a tally kept beside it.

import type { Keep } from "./keep";
import { Later, Never, type About, type Obstacle, type Server } from "./server";
import type { News, Tabs } from "./tabs";
import type { Journal, LimberEvent } from "./types";

const batchSize = 200;
const firstRetry_ms = 1000;
const longestRetry_ms = 30_000;

export interface Timers {
  /** Calls after that time; the result cancels. */
  after(ms: number, then: () => void): () => void;
}

export const realTimers: Timers = {
  after(ms, then) {
    const id = setTimeout(then, ms);
    return () => clearTimeout(id);
  },
};

export interface JournalState {
  /** "open": in touch with the server; "none": the journal has no server. */
  link: "none" | "open" | Obstacle;
  waiting: number;
  refused: number;
  phones: boolean;
  /** The server's record has a passphrase, or the browser's store. */
  passphrase: boolean;
}

export interface JournalParts {
  keep: Keep;
  server: Server | null;
  tabs: Tabs;
  timers?: Timers;
}

export class SyncJournal implements Journal {
  state: JournalState;
  #keep: Keep;
  readonly #server: Server | null;
  readonly #tabs: Tabs;
  readonly #timers: Timers;
  readonly #known = new Set<string>();
  readonly #heard = new Set<(events: readonly LimberEvent[]) => void>();
  readonly #watchers = new Set<(state: JournalState) => void>();
  readonly #resets = new Set<() => void>();
  #about: About | null = null;
  #cursor = 0;  // how far the list was read, where no copy is kept
  #copiesDropped = false;
  #running: Promise<void> | null = null;
  #again = false;
  #failures = 0;
  #cancelRetry: () => void = () => undefined;
  #leading = false;
  #stopWatch: (() => void) | null = null;
  #closers: (() => void)[] = [];
  #closed = false;

  constructor({ keep, server, tabs, timers }: JournalParts) {
    this.#keep = keep;
    this.#server = server;
    this.#tabs = tabs;
    this.#timers = timers ?? realTimers;
    this.state = { link: server === null ? "none" : "gone", waiting: 0, refused: 0, phones: false, passphrase: false };
  }

  // --- What the page uses ----------------------------------------------------------------------

  async load(): Promise<LimberEvent[]> {
    const rows = await this.#keep.read(0);
    for (const { event } of rows) this.#known.add(event.id);
    await this.#count();
    return rows.map(({ event }) => event);
  }

  async append(events: readonly LimberEvent[]): Promise<void> {
    const fresh = this.#unknown(events);
    if (fresh.length === 0) return;
    try {
      await this.#keep.add(fresh);
    } catch (problem) {
      for (const event of fresh) this.#known.delete(event.id);
      throw problem;
    }
    this.#tabs.tell({ what: "events", events: fresh });
    await this.#count();
    void this.sync();
  }

  subscribe(heard: (events: readonly LimberEvent[]) => void): () => void {
    this.#heard.add(heard);
    return () => this.#heard.delete(heard);
  }

  /** Called at every change of `state`. */
  onState(watcher: (state: JournalState) => void): () => void {
    this.#watchers.add(watcher);
    watcher(this.state);
    return () => this.#watchers.delete(watcher);
  }

  /** What was loaded is no longer what is kept (erased, another record): load anew. */
  onReset(reset: () => void): () => void {
    this.#resets.add(reset);
    return () => this.#resets.delete(reset);
  }

  /** Begins to listen to other tabs and to the server. */
  start(): void {
    this.#closers.push(this.#tabs.listen((news) => void this.#hear(news)));
    if (this.#server === null) return;
    this.#closers.push(
      this.#tabs.lead(() => {
        this.#leading = true;
        void this.sync();
        return () => {
          this.#leading = false;
          this.#unwatch();
        };
      }),
    );
    void this.sync();
  }

  close(): void {
    this.#closed = true;
    this.#cancelRetry();
    for (const closer of this.#closers) closer();
    this.#unwatch();
    this.#keep.close();
  }

  /** Erases the record: on the server, if there is one, then here. Throws Later if it cannot. */
  async erase(): Promise<void> {
    if (this.#server !== null && this.state.link !== "absent") await this.#server.erase();
    await this.#keep.erase();
    this.#known.clear();
    this.#tabs.tell({ what: "erased" });
  }

  /** Sends what waits and fetches what is new, now; resolves when there is no more to do. */
  sync(): Promise<void> {
    if (this.#server === null || this.#closed) return Promise.resolve();
    this.#again = true;
    this.#running ??= this.#rounds(this.#server).finally(() => (this.#running = null));
    return this.#running;
  }

  // --- In touch with the server ----------------------------------------------------------------

  async #rounds(server: Server): Promise<void> {
    while (this.#again && !this.#closed) {
      this.#again = false;
      this.#cancelRetry();
      try {
        await this.#round(server);
        this.#failures = 0;
        await this.#show("open");
        this.#watch(server);
      } catch (problem) {
        if (this.#closed) return;
        await this.#retryLater(problem);
      }
    }
  }

  async #round(server: Server): Promise<void> {
    this.#about ??= await server.about();
    const copy = !this.#about.passphrase;
    if (!copy && !this.#copiesDropped) {
      await this.#keep.rebase();
      this.#copiesDropped = true;
    }
    await this.#push(server, copy);
    await this.#pull(server, copy);
  }

  async #push(server: Server, copy: boolean): Promise<void> {
    for (;;) {
      const batch = await this.#keep.outbox(batchSize);
      if (batch.length === 0) return;
      // A record begins with the consent, whatever was noted before it was given.
      const consent = batch.filter((event) => event.kind === "consent");
      await this.#offer(server, [...consent, ...batch.filter((event) => event.kind !== "consent")], copy);
      this.#tabs.tell({ what: "counts" });
      await this.#count();
    }
  }

  /** Sends events; halves the batch until the one that is refused stands alone. */
  async #offer(server: Server, events: readonly LimberEvent[], copy: boolean): Promise<void> {
    try {
      await server.append(events);
    } catch (problem) {
      if (!(problem instanceof Never)) throw problem;
      const [only] = events;
      if (only === undefined) return;
      if (events.length === 1) return this.#keep.refuse(only.id);
      const middle = Math.ceil(events.length / 2);
      await this.#offer(server, events.slice(0, middle), copy);
      return this.#offer(server, events.slice(middle), copy);
    }
    await this.#keep.sent(events.map((event) => event.id), copy);
  }

  async #pull(server: Server, copy: boolean): Promise<void> {
    const anchor = await this.#keep.anchor();
    const since = copy ? (anchor?.cursor ?? 0) : this.#cursor;
    let listed = await server.list(since);
    if (anchor !== null && anchor.record !== listed.record_id) {
      await this.#keep.rebase();
      this.#cursor = 0;
      this.#reset();
      this.#tabs.tell({ what: "reset" });
      listed = await server.list(0);
    }
    if (listed.record_id === "") throw new Later("no_record");
    await this.#keep.pulled(listed.events, { record: listed.record_id, cursor: listed.last }, copy);
    this.#cursor = listed.last;
    const fresh = this.#unknown(listed.events);
    if (fresh.length > 0) {
      this.#tellPage(fresh);
      this.#tabs.tell({ what: "events", events: fresh });
    }
  }

  async #retryLater(problem: unknown): Promise<void> {
    const later = problem instanceof Later ? problem : new Later("busy");
    this.#about = null;
    this.#unwatch();
    // Where no server ever answered, this is a static site, and there is none to wait for; but one
    // that is only unreachable may still turn up.
    const known = (await this.#keep.anchor()) !== null;
    await this.#show(later.why === "gone" && !known ? "absent" : later.why);
    if (later.why === "absent" && !known) return;
    const backoff = Math.min(longestRetry_ms, firstRetry_ms * 2 ** this.#failures++);
    this.#cancelRetry = this.#timers.after((later.retry_s ?? 0) * 1000 || backoff, () => void this.sync());
  }

  #watch(server: Server): void {
    if (!this.#leading || this.#stopWatch !== null || this.#closed) return;
    this.#stopWatch = server.watch({
      changed: () => {
        this.#about = null;
        void this.sync();
      },
      lost: () => {
        this.#about = null;
        this.#unwatch();
        void this.sync();
      },
    });
  }

  #unwatch(): void {
    this.#stopWatch?.();
    this.#stopWatch = null;
  }

  // --- Telling ---------------------------------------------------------------------------------

  async #hear(news: News): Promise<void> {
    switch (news.what) {
      case "events": {
        const fresh = this.#unknown(news.events);
        if (fresh.length > 0) this.#tellPage(fresh);
        break;
      }
      case "reset":
      case "erased":
        this.#reset();
        return;
      case "counts":
        break;
    }
    await this.#count();
  }

  /** Those this page has not seen yet; from now on it has. */
  #unknown(events: readonly LimberEvent[]): LimberEvent[] {
    return events.filter(({ id }) => !this.#known.has(id) && this.#known.add(id));
  }

  #tellPage(events: readonly LimberEvent[]): void {
    for (const heard of this.#heard) heard(events);
  }

  #reset(): void {
    this.#known.clear();
    for (const reset of this.#resets) reset();
  }

  async #count(): Promise<void> {
    if (this.#closed) return;
    this.#change({ ...this.state, ...(await this.#keep.counts()) });
  }

  async #show(link: JournalState["link"]): Promise<void> {
    this.#change({
      ...this.state,
      link,
      phones: this.#about?.phones ?? false,
      passphrase: this.#about?.passphrase ?? this.state.passphrase,
      ...(await this.#keep.counts()),
    });
  }

  #change(state: JournalState): void {
    this.state = state;
    for (const watcher of this.#watchers) watcher(state);
  }
}

// The person's record as pages use it: what it says about today, and how something is added.
//
// The core holds every event of this visit (that is where today, the diary and the report come from).
// With consent the journal keeps them too: in this browser and, where Limber's own server gives out
// the page, on the same computer as the terminal's record. Without consent nothing is written down
// anywhere, and all is gone with the tab.
import { BrowserTabs } from "../record/tabs";
import { HttpServer } from "../record/server_http";
import { IdbKeep } from "../record/keep_idb";
import { SyncJournal } from "../record/journal";
import type { LimberEvent } from "../record/types";
import { ask, setEventSink, theCore } from "./core";
import type { Answers, Clearance, Sheet, Today } from "./types";

const consentVersion = "1";

class Person {
  today = $state.raw<Today | undefined>();
  /** There is consent, and what happens is kept. */
  keeps = $state(false);
  /** "Use without saving" was chosen for this visit, so it is not asked again. */
  declined = $state(false);
  /** Something could not be kept. */
  unsaved = $state(false);
  /** Counts changes of the record; what is worked out from it is worked out anew. */
  version = $state(0);
  journal: SyncJournal | undefined;

  /** The events kept in this browser; none, and no store made, before consent. */
  async load(): Promise<{ events: LimberEvent[]; device: string }> {
    if (!(await IdbKeep.exists())) return { events: [], device: "" };
    const keep = await this.#openJournal();
    return { events: (await this.journal?.load()) ?? [], device: await keep.device() };
  }

  /** Once the core is open: every new event goes to the journal, and others' come in. */
  connect(): void {
    setEventSink((events) => this.#keep(events));
    this.#listen();
    this.refresh();
  }

  /** The person agrees to a record: from now on everything is kept, from the start of this visit. */
  async consent(): Promise<void> {
    await this.#openJournal();
    await this.journal?.append(theCore().events);
    this.#listen();
    this.note("consent", { what: "record", version: consentVersion });
  }

  /** Adds one event, made and checked by the core. Gives its id. */
  note(kind: string, payload: Record<string, unknown>): string {
    const added = ask("record.append", { events: [{ kind, payload }] });
    this.refresh();
    return added.ids[0] ?? "";
  }

  /** Keeps a finished check. */
  screened(sheet: Sheet, asked: string[]): void {
    ask("record.screened", { ...sheet, asked });
    this.refresh();
  }

  refresh(): void {
    this.today = ask("today", {});
    this.version += 1;
  }

  /** Answers that need not be asked again today. */
  knownAnswers(): Answers {
    return this.today?.answers ?? {};
  }

  clearance(): Clearance | undefined {
    return this.today?.clearance ?? undefined;
  }

  async #openJournal(): Promise<IdbKeep> {
    const keep = await IdbKeep.open({ newDevice: () => theCore().device });
    this.journal = new SyncJournal({ keep, server: new HttpServer(), tabs: new BrowserTabs() });
    this.keeps = true;
    return keep;
  }

  #listen(): void {
    this.journal?.start();
    this.journal?.subscribe((events) => {
      theCore().take(events);
      this.refresh();
    });
  }

  #keep(events: readonly LimberEvent[]): void {
    this.journal?.append(events).catch(() => (this.unsaved = true));
  }
}

export const person = new Person();

// The person's record as pages use it: what it says about today, and how something is added.
//
// The core holds every event of this visit (that is where today, the diary and the report come from).
// With consent the journal keeps them too: in this browser and, where Limber's own server gives out
// the page, on the same computer as the terminal's record. Without consent nothing is written down
// anywhere, and all is gone with the tab.
import { Account } from "../record/account";
import { plainCodec } from "../record/codec_plain";
import { findRecord, openRecord, type OpenRecord, type Parts } from "../record/find";
import type { JournalState } from "../record/journal";
import { deviceName } from "../record/device";
import { browserWire, HttpServer } from "../record/server_http";
import { BrowserTabs } from "../record/tabs";
import type { LimberEvent } from "../record/types";
import { ask, setEventSink, theCore } from "./core";
import { remind } from "./reminders";
import { forgetLook, rememberLook, takeSettings, type Choices } from "./settings.svelte";
import type { Answers, Clearance, Sheet, Today } from "./types";

const consentVersion = "1";
const nothingLinked: JournalState = { link: "none", waiting: 0, refused: 0, phones: false, passphrase: false };

class Person {
  today = $state.raw<Today | undefined>();
  /** There is consent, and what happens is kept. */
  keeps = $state(false);
  /** "Use without saving" was chosen for this visit, so it is not asked again. */
  declined = $state(false);
  /** Something could not be kept. */
  unsaved = $state(false);
  /** Behind a passphrase that was not typed yet: this browser's store, or the server's record. */
  locked = $state<"browser" | "server" | undefined>();
  hasPassphrase = $state(false);
  /** How the journal stands with the server. */
  link = $state.raw<JournalState>(nothingLinked);
  /** Counts changes of the record; what is worked out from it is worked out anew. */
  version = $state(0);
  readonly account = new Account(browserWire());
  #open: OpenRecord | undefined;

  /** The events kept in this browser; none, and no store made, before consent. */
  async load(): Promise<{ events: LimberEvent[]; device: string }> {
    const found = await findRecord(this.#parts());
    if (found.what === "locked") {
      this.locked = "browser";
      this.hasPassphrase = true;
    }
    if (found.what !== "open") return { events: [], device: "" };
    this.#hold(found.record);
    return { events: found.record.events, device: found.record.device };
  }

  /** Once the core is open: every new event goes to the journal, and others' come in. */
  connect(): void {
    setEventSink((events) => this.#keep(events));
    this.#listen();
    this.refresh();
    this.#takeSettings();
  }

  /** The person agrees to a record: from now on everything is kept, from the start of this visit. */
  async consent(): Promise<void> {
    if (this.keeps || this.locked !== undefined) return;
    const record = await openRecord(this.#parts());
    this.note("consent", { what: "record", version: consentVersion });
    this.#hold(record);
    await record.journal.append(theCore().events);
    this.#listen();
  }

  /** Opens what is behind a passphrase. Throws KeepError or Later if it is not the right one. */
  async unlock(passphrase: string): Promise<void> {
    if (this.locked === "server") {
      await this.account.unlock(passphrase);
      await this.#open?.journal.sync();
      return;
    }
    const record = await openRecord(this.#parts(), passphrase);
    const early = theCore().events;
    theCore().take(record.events);
    this.locked = undefined;
    this.#hold(record);
    await record.journal.append(early);
    this.#listen();
    this.refresh();
    this.#takeSettings();
  }

  async setPassphrase(fresh: string, old: string): Promise<void> {
    if (this.#onServer) {
      await this.account.setPassphrase(fresh, this.hasPassphrase ? old : undefined);
    } else {
      const { lockWith, unlockWith } = await import("../record/seal");
      const lock = await this.#open?.keep.lockFile();
      if (lock) await unlockWith(old, lock);
      const made = await lockWith(fresh);
      await this.#open?.keep.relock(made.codec, made.lock);
    }
    this.hasPassphrase = true;
  }

  async removePassphrase(old: string): Promise<void> {
    if (this.#onServer) {
      await this.account.removePassphrase(old);
    } else {
      const { unlockWith } = await import("../record/seal");
      const lock = await this.#open?.keep.lockFile();
      if (lock) await unlockWith(old, lock);
      await this.#open?.keep.relock(plainCodec, null);
    }
    this.hasPassphrase = false;
  }

  /** Closes the record; nothing of it stays in this tab. */
  async lockNow(): Promise<void> {
    if (this.#onServer) await this.account.lock();
    this.#beginAnew();
  }

  /** Erases the record, everywhere it is. Throws Later, and erases nothing, if the server cannot. */
  async erase(): Promise<void> {
    await this.#open?.journal.erase();
    forgetLook();
    this.#beginAnew();
  }

  /** Adds one event, made and checked by the core. Gives its id. */
  note(kind: string, payload: Record<string, unknown>): string {
    const added = ask("record.append", { events: [{ kind, payload }] });
    this.refresh();
    return added.ids[0] ?? "";
  }

  /** A choice of the person about this page. */
  choose(change: Partial<Choices>): void {
    this.note("settings", change);
    this.#takeSettings();
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

  /** Nothing but settings and consent so far. */
  get isEmpty(): boolean {
    return theCore().events.every((event) => event.kind === "settings" || event.kind === "consent");
  }

  /** Answers that need not be asked again today. */
  knownAnswers(): Answers {
    return this.today?.answers ?? {};
  }

  clearance(): Clearance | undefined {
    return this.today?.clearance ?? undefined;
  }

  get #onServer(): boolean {
    return this.link.link !== "none" && this.link.link !== "absent";
  }

  #parts(): Parts {
    return {
      server: new HttpServer(),
      tabs: new BrowserTabs(),
      newDevice: deviceName,
      erasedElsewhere: () => this.#beginAnew(),
    };
  }

  #hold(record: OpenRecord): void {
    this.#open = record;
    this.keeps = true;
    this.hasPassphrase = record.keep.locked;
    record.journal.onState((state) => {
      this.link = state;
      this.locked = state.link === "locked" ? "server" : undefined;
      if (state.link === "open") this.hasPassphrase = state.passphrase;
    });
    record.journal.onReset(() => this.#beginAnew());
  }

  #listen(): void {
    this.#open?.journal.start();
    this.#open?.journal.subscribe((events) => {
      theCore().take(events);
      this.refresh();
      if (events.some((event) => event.kind === "settings")) this.#takeSettings();
    });
  }

  #takeSettings(): void {
    takeSettings(this.today?.settings ?? {});
    if (this.keeps) rememberLook();
    remind();
  }

  #keep(events: readonly LimberEvent[]): void {
    this.#open?.journal.append(events).catch(() => (this.unsaved = true));
  }

  // What this tab holds is of a record that is no more, or that is closed: nothing of it may stay.
  #beginAnew(): void {
    location.reload();
  }
}

export const person = new Person();

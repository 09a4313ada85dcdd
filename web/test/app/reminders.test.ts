import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { mayRemind, remind } from "../../src/app/reminders";
import { choices } from "../../src/app/settings.svelte";
import { words } from "../../src/app/words.svelte";

let shown: string[] = [];
let permission = "granted";

class FakeNotification {
  static get permission(): string {
    return permission;
  }
  static requestPermission(): Promise<string> {
    return Promise.resolve(permission);
  }
  constructor(_: string, { body }: { body: string }) {
    shown.push(body);
  }
}

const minutes = (count: number) => vi.advanceTimersByTimeAsync(count * 60_000);

beforeEach(() => {
  shown = [];
  permission = "granted";
  words.catalogue = { "web.settings.reminders.note": "Time to move." };
  Object.assign(choices, { reminders: true, reminderMinutes: 60 });
  vi.useFakeTimers();
  vi.stubGlobal("Notification", FakeNotification);
  vi.stubGlobal("navigator", {});
});
afterEach(() => {
  choices.reminders = false;
  remind();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("reminders", () => {
  it("come every so many minutes, and not before", async () => {
    remind();
    await minutes(59);
    expect(shown).toEqual([]);
    await minutes(1);
    expect(shown).toEqual(["Time to move."]);
    await minutes(60);
    expect(shown.length).toBe(2);
  });

  it("come once, however often they are set up", async () => {
    remind();
    remind();
    await minutes(60);
    expect(shown.length).toBe(1);
  });

  it("follow another choice of minutes from then on", async () => {
    remind();
    await minutes(50);
    choices.reminderMinutes = 30;
    remind();
    await minutes(29);
    expect(shown).toEqual([]);
    await minutes(1);
    expect(shown.length).toBe(1);
  });

  it("end when they are turned off", async () => {
    remind();
    choices.reminders = false;
    remind();
    await minutes(300);
    expect(shown).toEqual([]);
  });

  it("are shown by the service worker where there is one, as phones want it", async () => {
    const byWorker: unknown[] = [];
    const showNotification = (title: string, more: object) => Promise.resolve(byWorker.push({ title, ...more }));
    vi.stubGlobal("navigator", { serviceWorker: { getRegistration: () => Promise.resolve({ showNotification }) } });
    remind();
    await minutes(60);
    expect(byWorker).toEqual([{ title: "Limber", body: "Time to move.", tag: "limber-move" }]);
    expect(shown).toEqual([]);
  });

  it("are not shown once the person has taken the permission back", async () => {
    remind();
    permission = "denied";
    await minutes(120);
    expect(shown).toEqual([]);
  });

  it("may be shown only if the browser says so", async () => {
    expect(await mayRemind()).toBe(true);
    permission = "denied";
    expect(await mayRemind()).toBe(false);
    vi.unstubAllGlobals();
    expect(await mayRemind()).toBe(false);
  });
});

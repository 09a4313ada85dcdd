import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

class Lock extends EventTarget {
  held = true;
  release(): Promise<void> {
    this.held = false;
    this.dispatchEvent(new Event("release"));
    return Promise.resolve();
  }
}

let page: EventTarget & { hidden: boolean };
let locks: Lock[];
let request: () => Promise<Lock>;
let stayAwake: (on: boolean) => void;

const settled = () => new Promise((resolve) => setTimeout(resolve));
const held = () => locks.filter((lock) => lock.held).length;

beforeEach(async () => {
  locks = [];
  page = Object.assign(new EventTarget(), { hidden: false });
  request = () => {
    locks.push(new Lock());
    return Promise.resolve(locks.at(-1) as Lock);
  };
  vi.stubGlobal("document", page);
  vi.stubGlobal("navigator", { wakeLock: { request: () => request() } });
  vi.resetModules();
  ({ stayAwake } = await import("../../src/pages/session/awake"));
});
afterEach(() => vi.unstubAllGlobals());

describe("the screen", () => {
  it("is kept on while a session runs, and let go after", async () => {
    stayAwake(true);
    await settled();
    expect(held()).toBe(1);
    stayAwake(false);
    await settled();
    expect(held()).toBe(0);
  });

  it("is held once, however often it is asked for", async () => {
    stayAwake(true);
    await settled();
    stayAwake(true);
    await settled();
    expect(locks.length).toBe(1);
  });

  it("is kept on again when the tab comes back", async () => {
    stayAwake(true);
    await settled();
    page.hidden = true;
    await locks[0]?.release(); // the browser does that
    page.dispatchEvent(new Event("visibilitychange"));
    await settled();
    expect(held()).toBe(0);
    page.hidden = false;
    page.dispatchEvent(new Event("visibilitychange"));
    await settled();
    expect(held()).toBe(1);
  });

  it("is not kept on by a tab that comes back to no session", async () => {
    page.dispatchEvent(new Event("visibilitychange"));
    await settled();
    expect(locks).toEqual([]);
  });

  it("is let go when the session ended before the browser said yes", async () => {
    stayAwake(true);
    stayAwake(false);
    await settled();
    expect([locks.length, held()]).toEqual([1, 0]);
  });

  it("may go dark where the browser refuses, and is asked for the next time", async () => {
    const allowed = request;
    request = () => Promise.reject(new Error("low battery"));
    stayAwake(true);
    await settled();
    expect(held()).toBe(0);
    request = allowed;
    stayAwake(true);
    await settled();
    expect(held()).toBe(1);
  });
});

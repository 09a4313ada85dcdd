import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

class Worker extends EventTarget {
  heard: unknown[] = [];
  postMessage(text: unknown): void {
    this.heard.push(text);
  }
}

class Registration extends EventTarget {
  waiting: Worker | null = null;
  installing: Worker | null = null;
  asked = 0;
  update(): Promise<void> {
    this.asked += 1;
    return Promise.resolve();
  }
  /** A newer version is fetched and then waits. */
  comes(): Worker {
    const coming = new Worker();
    this.installing = coming;
    this.dispatchEvent(new Event("updatefound"));
    [this.waiting, this.installing] = [coming, null];
    coming.dispatchEvent(new Event("statechange"));
    return coming;
  }
}

let registration: Registration;
let container: EventTarget & { controller: object | null; register: () => Promise<Registration> };
let reloads: number;

async function started() {
  vi.resetModules();
  const { offline } = await import("../../src/app/offline.svelte");
  await offline.start();
  return offline;
}

beforeEach(() => {
  vi.useFakeTimers();
  reloads = 0;
  registration = new Registration();
  container = Object.assign(new EventTarget(), { controller: {}, register: () => Promise.resolve(registration) });
  vi.stubGlobal("navigator", { serviceWorker: container });
  vi.stubGlobal("location", { reload: () => (reloads += 1) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a newer version", () => {
  it("is told of when it waits", async () => {
    const offline = await started();
    expect(offline.newer).toBe(false);
    registration.comes();
    expect(offline.newer).toBe(true);
  });

  it("is told of when it has waited since the last visit", async () => {
    registration.waiting = new Worker();
    expect((await started()).newer).toBe(true);
  });

  it("is no news on the first visit", async () => {
    container.controller = null;
    const offline = await started();
    registration.comes();
    expect(offline.newer).toBe(false);
  });

  it("is taken when the person says so, and the page begins anew with it", async () => {
    const offline = await started();
    const coming = registration.comes();
    offline.takeOver();
    expect(coming.heard).toEqual(["take over"]);
    container.dispatchEvent(new Event("controllerchange"));
    expect(reloads).toBe(1);
  });

  it("taken in another tab does not interrupt this one", async () => {
    await started();
    container.dispatchEvent(new Event("controllerchange"));
    expect(reloads).toBe(0);
  });

  it("is looked for while a page stays open", async () => {
    await started();
    await vi.advanceTimersByTimeAsync(24 * 3_600_000);
    expect(registration.asked).toBe(4);
  });

  it("is nothing where there are no service workers", async () => {
    vi.stubGlobal("navigator", {});
    expect((await started()).newer).toBe(false);
  });
});

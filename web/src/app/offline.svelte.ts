// The page without a network (sw.js), and how a newer version comes in: it is fetched in the background
// and waits; the person takes it, or it is there the next time. A session is never interrupted.
class Offline {
  /** A newer version waits. */
  newer = $state(false);
  #waiting: ServiceWorker | null = null;
  #taking = false;

  async start(): Promise<void> {
    // Not there where the page is not served securely, or its certificate is not trusted.
    if (!("serviceWorker" in navigator)) return;
    navigator.serviceWorker.addEventListener("controllerchange", () => {
      if (this.#taking) location.reload();
    });
    try {
      const registration = await navigator.serviceWorker.register("./sw.js");
      this.#look(registration);
      registration.addEventListener("updatefound", () => {
        const coming = registration.installing;
        coming?.addEventListener("statechange", () => this.#look(registration));
      });
      // A page that stays open for days asks once in a while.
      setInterval(() => void registration.update().catch(() => undefined), 6 * 3_600_000);
    } catch {
      // Without it the page works, only not offline.
    }
  }

  takeOver(): void {
    this.#taking = true;
    this.#waiting?.postMessage("take over");
  }

  // The first one is no news: there is nothing older to replace.
  #look(registration: ServiceWorkerRegistration): void {
    this.#waiting = registration.waiting;
    this.newer = registration.waiting !== null && navigator.serviceWorker.controller !== null;
  }
}

export const offline = new Offline();

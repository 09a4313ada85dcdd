// Tabs of one browser tell each other what they added (BroadcastChannel), and choose the one that
// listens to the server for all (Web Locks): browsers allow few connections to one address.

import type { LimberEvent } from "./types";

export type News =
  | { what: "events"; events: LimberEvent[] }
  | { what: "counts" }  // something reached the server
  | { what: "reset" }  // the store holds another record now, or another lock: begin anew
  | { what: "erased" };

export interface Tabs {
  tell(news: News): void;
  listen(heard: (news: News) => void): () => void;
  /** Calls `lead` once this tab is the one; its result ends it. Gives a function that steps back. */
  lead(lead: () => () => void): () => void;
}

export class BrowserTabs implements Tabs {
  readonly #channel: BroadcastChannel;

  constructor(private readonly name = "limber") {
    this.#channel = new BroadcastChannel(name);
  }

  tell(news: News): void {
    this.#channel.postMessage(news);
  }

  listen(heard: (news: News) => void): () => void {
    const hear = (message: MessageEvent<News>): void => heard(message.data);
    this.#channel.addEventListener("message", hear);
    return () => this.#channel.removeEventListener("message", hear);
  }

  lead(lead: () => () => void): () => void {
    // Without Web Locks (a page that is not served securely) every tab listens for itself.
    if (!("locks" in navigator)) return lead();
    const back = new AbortController();
    let release: () => void = () => undefined;
    const until = new Promise<void>((resolve) => (release = resolve));
    navigator.locks
      .request(`${this.name}-listens`, { signal: back.signal }, async () => {
        const end = lead();
        await until;
        end();
      })
      .catch(() => undefined);  // stepped back while waiting
    return () => {
      back.abort();
      release();
    };
  }
}

/** A tab on its own. */
export const alone: Tabs = { tell: () => undefined, listen: () => () => undefined, lead: (lead) => lead() };

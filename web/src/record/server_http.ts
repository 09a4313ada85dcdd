// The server over HTTP (docs/openapi.yaml). Addresses are relative to the page, so that nothing but
// the page's own origin is ever asked.

import { Later, Never, type About, type Listed, type Server, type Watcher } from "./server";
import type { LimberEvent } from "./types";

const patience_ms = 20_000;

export interface Wire {
  fetch: typeof fetch;
  events: (address: string) => EventSource;
  base: string;
}

export const browserWire = (): Wire => ({
  fetch: (input, init) => fetch(input, init),
  events: (address) => new EventSource(address),
  base: new URL("api/v1/", document.baseURI).href,
});

/** One request; what is wrong comes as Later or Never. Used by settings for devices and pairing too. */
export async function request<Answer>(
  wire: Wire,
  method: "GET" | "POST" | "PUT" | "DELETE",
  path: string,
  body?: object,
): Promise<Answer> {
  const init: RequestInit = { method, credentials: "same-origin", cache: "no-store", signal: AbortSignal.timeout(patience_ms) };
  if (body !== undefined) {
    init.body = JSON.stringify(body);
    init.headers = { "Content-Type": "application/json" };
  }
  let response: Response;
  let answer: unknown;
  try {
    response = await wire.fetch(wire.base + path, init);
    const type = response.headers.get("Content-Type") ?? "";
    // A static site answers any address with a page of its own; our server speaks JSON only.
    if (!type.startsWith("application/json")) throw new Later(response.status >= 500 ? "gone" : "absent");
    answer = await response.json();
  } catch (problem) {
    throw problem instanceof Later ? problem : new Later("gone");
  }
  if (response.ok) return (answer as { ok: Answer }).ok;
  throw failure(response, answer);
}

function failure(response: Response, answer: unknown): Error {
  const message = (answer as { error?: { message?: string } }).error?.message ?? String(response.status);
  const wait = Number(response.headers.get("Retry-After") ?? Number.NaN);
  switch (response.status) {
    case 401:
    case 403:
      return new Later("signed_out", message);
    case 409:
      return new Later("no_record", message);
    case 423:
      return new Later("locked", message);
    case 408:
    case 429:
      return new Later("busy", message, Number.isFinite(wait) ? wait : undefined);
    default:
      return response.status >= 500 ? new Later("busy", message) : new Never(message);
  }
}

export class HttpServer implements Server {
  constructor(private readonly wire: Wire = browserWire()) {}

  async about(): Promise<About> {
    const about = await request<{ record: About["record"]; passphrase?: boolean; phones?: boolean }>(
      this.wire, "GET", "about");
    return { record: about.record, passphrase: about.passphrase ?? false, phones: about.phones ?? false };
  }

  async append(events: readonly LimberEvent[]): Promise<void> {
    await request(this.wire, "POST", "events", { events });
  }

  list(since: number): Promise<Listed> {
    return request<Listed>(this.wire, "GET", `events?since=${since}`);
  }

  watch(watcher: Watcher): () => void {
    const source = this.wire.events(`${this.wire.base}changes`);
    source.addEventListener("record", () => watcher.changed());
    source.addEventListener("error", () => watcher.lost());
    return () => source.close();
  }

  async erase(): Promise<void> {
    await request(this.wire, "DELETE", "record", { confirm: "erase" });
  }
}

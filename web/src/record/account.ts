// What Limber's server offers besides events (docs/openapi.yaml): the passphrase of its record, and
// the browsers and phones that may use it.

import { request, type Wire } from "./server_http";
import type { RecordState } from "./server";

export interface LockState {
  record: RecordState;
  passphrase: boolean;
}

export interface Device {
  id: string;
  kind: "computer" | "phone";
  /** Days: when it was paired, and last used. */
  since: string;
  seen: string;
  this: boolean;
}

export interface Pairing {
  url: string;
  minutes: number;
  fingerprint: string;
  /** One text per row, 1 is dark. */
  qr: string[];
}

export class Account {
  constructor(private readonly wire: Wire) {}

  unlock(passphrase: string): Promise<LockState> {
    return request(this.wire, "POST", "unlock", { passphrase });
  }

  lock(): Promise<LockState> {
    return request(this.wire, "POST", "lock");
  }

  setPassphrase(passphrase: string, now?: string): Promise<LockState> {
    return request(this.wire, "PUT", "passphrase", now === undefined ? { passphrase } : { passphrase, now });
  }

  removePassphrase(now: string): Promise<LockState> {
    return request(this.wire, "DELETE", "passphrase", { now });
  }

  async devices(): Promise<Device[]> {
    return (await request<{ devices: Device[] }>(this.wire, "GET", "devices")).devices;
  }

  async revoke(id: string): Promise<void> {
    await request(this.wire, "DELETE", `devices/${id}`);
  }

  pair(): Promise<Pairing> {
    return request(this.wire, "POST", "pairing");
  }
}

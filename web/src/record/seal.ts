// Seals events with a passphrase, byte for byte as host/seal.cpp and host/key_file.cpp do: a random
// key, wrapped with what Argon2id makes of the passphrase, seals each row with XChaCha20-Poly1305.
// libsodium is loaded here and nowhere else, and only once somebody sets or types a passphrase.
//
// Inside a seal: offset_min (4 bytes, little-endian), length of kind (1), kind, payload as JSON,
// padded to 64 bytes. Bound in: "limber event 1", id, device, at_ms (8 bytes, little-endian).

import type { Codec, StoredEvent } from "./codec";
import { KeepError } from "./keep";
import { interactive, moderate, type Cost, type LockFile } from "./lock_file";
import type { LimberEvent } from "./types";

type Sodium = typeof import("libsodium-wrappers-sumo").default;

const padding = 64;
const head = 5;
const utf8 = new TextEncoder();
const text = new TextDecoder("utf-8", { fatal: true });

async function load(): Promise<Sodium> {
  const sodium = (await import("libsodium-wrappers-sumo")).default;
  await sodium.ready;
  return sodium;
}

export interface Locked {
  codec: Codec;
  lock: LockFile;
}

/** A new key behind a new passphrase. Takes about a second, on purpose. */
export async function lockWith(passphrase: string, cost?: Cost): Promise<Locked> {
  const sodium = await load();
  const key = sodium.randombytes_buf(sodium.crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
  return { codec: codecOf(sodium, key), lock: wrap(sodium, key, passphrase, cost) };
}

/** The codec of a lock. Throws KeepError("wrong_passphrase"). */
export async function unlockWith(passphrase: string, lock: LockFile): Promise<Codec> {
  const sodium = await load();
  const { ops, memory, salt, sealed } = lock.passphrase;
  const bytes = sodium.from_hex(sealed);
  const nonceBytes = sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
  const wrapping = derive(sodium, passphrase, sodium.from_hex(salt), { ops, memory });
  let key: Uint8Array;
  try {
    key = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      null, bytes.slice(nonceBytes), context(lock.id, { ops, memory }), bytes.slice(0, nonceBytes), wrapping);
  } catch {
    throw new KeepError("wrong_passphrase");
  } finally {
    sodium.memzero(wrapping);
  }
  const codec = codecOf(sodium, key);
  if (codec.key !== lock.id) throw new KeepError("damaged");
  return codec;
}

function derive(sodium: Sodium, passphrase: string, salt: Uint8Array, cost: Cost): Uint8Array {
  return sodium.crypto_pwhash(
    sodium.crypto_aead_xchacha20poly1305_ietf_KEYBYTES,
    passphrase, salt, cost.ops, cost.memory, sodium.crypto_pwhash_ALG_ARGON2ID13);
}

function context(id: string, cost: Cost): Uint8Array {
  return utf8.encode(`limber key 1 ${id} ${cost.ops} ${cost.memory}`);
}

function wrap(sodium: Sodium, key: Uint8Array, passphrase: string, wanted?: Cost): LockFile {
  const id = nameOf(sodium, key);
  const salt = sodium.randombytes_buf(sodium.crypto_pwhash_SALTBYTES);
  let cost = wanted ?? moderate;
  let wrapping: Uint8Array;
  try {
    wrapping = derive(sodium, passphrase, salt, cost);
  } catch (problem) {
    if (wanted !== undefined) throw problem;
    cost = interactive;  // the browser has not that much memory to give
    wrapping = derive(sodium, passphrase, salt, cost);
  }
  const nonce = sodium.randombytes_buf(sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
  const wrapped = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(key, context(id, cost), null, nonce, wrapping);
  sodium.memzero(wrapping);
  const sealed = sodium.to_hex(nonce) + sodium.to_hex(wrapped);
  return { limber_key: 1, id, passphrase: { ...cost, salt: sodium.to_hex(salt), sealed } };
}

function nameOf(sodium: Sodium, key: Uint8Array): string {
  return sodium.to_hex(sodium.crypto_generichash(16, utf8.encode("limber key name"), key));
}

function codecOf(sodium: Sodium, key: Uint8Array): Codec {
  return {
    key: nameOf(sodium, key),

    write(event: LimberEvent): StoredEvent {
      const { id, device, at_ms } = event;
      const nonce = sodium.randombytes_buf(sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
      const plain = sodium.pad(inside(event), padding);
      const body = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, shown(sodium, event), null, nonce, key);
      sodium.memzero(plain);
      const sealed = new Uint8Array(nonce.length + body.length);
      sealed.set(nonce);
      sealed.set(body, nonce.length);
      return { id, device, at_ms, sealed };
    },

    read(stored: StoredEvent): LimberEvent {
      const { id, device, at_ms, sealed } = stored;
      if (sealed === undefined) throw new KeepError("damaged");
      const nonceBytes = sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
      try {
        const padded = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
          null, sealed.slice(nonceBytes), shown(sodium, stored), sealed.slice(0, nonceBytes), key);
        const plain = sodium.unpad(padded, padding);
        const kindEnd = head + (plain[4] ?? 0);
        return {
          id,
          device,
          at_ms,
          offset_min: new DataView(plain.buffer, plain.byteOffset).getInt32(0, true),
          kind: text.decode(plain.subarray(head, kindEnd)),
          payload: JSON.parse(text.decode(plain.subarray(kindEnd))) as Record<string, unknown>,
        };
      } catch (problem) {
        throw new KeepError("damaged", { cause: problem });
      }
    },
  };
}

function inside({ offset_min, kind, payload }: LimberEvent): Uint8Array {
  const kindBytes = utf8.encode(kind);
  const payloadBytes = utf8.encode(JSON.stringify(payload));
  const plain = new Uint8Array(head + kindBytes.length + payloadBytes.length);
  new DataView(plain.buffer).setInt32(0, offset_min, true);
  plain[4] = kindBytes.length;
  plain.set(kindBytes, head);
  plain.set(payloadBytes, head + kindBytes.length);
  return plain;
}

function shown(sodium: Sodium, { id, device, at_ms }: { id: string; device: string; at_ms: number }): Uint8Array {
  const purpose = utf8.encode("limber event 1");
  const bytes = new Uint8Array(purpose.length + 40);
  bytes.set(purpose);
  bytes.set(sodium.from_hex(id.replaceAll("-", "")), purpose.length);
  bytes.set(sodium.from_hex(device.replaceAll("-", "")), purpose.length + 16);
  new DataView(bytes.buffer).setBigInt64(purpose.length + 32, BigInt(at_ms), true);
  return bytes;
}

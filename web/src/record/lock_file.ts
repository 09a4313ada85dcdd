// What lies beside sealed events: the key, wrapped by a passphrase. The same shape as a locked
// limber.key (docs/formats.md 2.7), and the same costs.

export interface LockFile {
  limber_key: 1;
  /** Names the key without telling it: keyed BLAKE2b of "limber key name", 16 bytes, hexadecimal. */
  id: string;
  passphrase: {
    /** Argon2id: passes over the memory, and bytes of it. */
    ops: number;
    memory: number;
    /** Hexadecimal. */
    salt: string;
    /** Nonce and wrapped key, hexadecimal. */
    sealed: string;
  };
}

export interface Cost {
  ops: number;
  memory: number;
}

/** libsodium's MODERATE: 256 MiB and about a second. */
export const moderate: Cost = { ops: 3, memory: 256 * 1024 * 1024 };
/** Where the browser does not give that much (old phones): libsodium's INTERACTIVE. */
export const interactive: Cost = { ops: 2, memory: 64 * 1024 * 1024 };

export const shortestPassphrase = 8;

// Events as they are: for a browser whose owner has set no passphrase.

import type { Codec, StoredEvent } from "./codec";
import type { LimberEvent } from "./types";
import { KeepError } from "./keep";

export const plainCodec: Codec = {
  key: "",

  write({ id, device, at_ms, offset_min, kind, payload }: LimberEvent): StoredEvent {
    return { id, device, at_ms, plain: { offset_min, kind, payload } };
  },

  read({ id, device, at_ms, plain }: StoredEvent): LimberEvent {
    if (plain === undefined) throw new KeepError("damaged");
    return { id, device, at_ms, offset_min: plain.offset_min, kind: plain.kind, payload: plain.payload };
  },
};

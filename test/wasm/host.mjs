// The machine of the conformance tests, as in native.cpp.
export const DEVICE = "01890a5d-ac96-774b-bcce-b302099a8057";
export const START_MS = 1_790_000_000_000;

/** A clock that stands where it is put and dice that count. */
export function standingHost() {
  let next = 0;
  return {
    at: START_MS,
    nowMs() {
      return this.at;
    },
    offsetMin: () => 60,
    random(bytes) {
      for (let i = 0; i < bytes.length; ++i) bytes[i] = ++next & 0xff;
    },
  };
}

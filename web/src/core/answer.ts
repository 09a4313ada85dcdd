// An answer of the core, opened: what it says, or the error it tells of.
import { LimberError, type ErrorKind } from "./errors";

type Answer = { ok: unknown } | { error: { kind: ErrorKind; message: string; where: string; hint: string } };

export function openAnswer(answer: unknown): unknown {
  const known = answer as Answer;
  if ("ok" in known) return known.ok;
  const { kind, message, where, hint } = known.error;
  throw new LimberError(kind, message, where, hint);
}

// What can go wrong in a call, as the core says it; and the one thing that is our own fault.

export type ErrorKind = "usage" | "input" | "store" | "refused" | "not_found";

/** An answer {"error": ...}: something a person or data can cause, with what to do about it. */
export class LimberError extends Error {
  override readonly name = "LimberError";
  constructor(
    readonly kind: ErrorKind,
    message: string,
    readonly where: string,
    readonly hint: string,
  ) {
    super(message);
  }
}

/**
 * The core stopped at a bug of ours, rather than give wrong advice. It has been made anew from the
 * events and works again; what was asked for was not done. The page says so.
 */
export class CoreStopped extends Error {
  override readonly name = "CoreStopped";
  constructor(
    readonly method: string,
    override readonly cause: unknown,
  ) {
    super(`the core stopped in ${method}`);
  }
}

// Why a passphrase did not open, as the key of its text.
import { KeepError } from "../record/keep";
import { Later } from "../record/server";

export function lockTrouble(problem: unknown): string {
  const mistyped =
    (problem instanceof KeepError && problem.why === "wrong_passphrase") ||
    (problem instanceof Later && problem.why === "signed_out");
  if (mistyped) return "web.lock.wrong";
  return problem instanceof Later && problem.why === "busy" ? "web.lock.wait" : "web.settings.lock.failed";
}

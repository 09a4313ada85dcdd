// The whole of ICU MessageFormat, for messages with plural and select. A message is parsed once.
import { IntlMessageFormat } from "intl-messageformat";
import type { Arguments } from "./message";

const parsed = new Map<string, IntlMessageFormat>();

export function format(message: string, args: Arguments, language: string): string {
  const key = `${language} ${message}`;
  let made = parsed.get(key);
  if (made === undefined) {
    made = new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
    parsed.set(key, made);
  }
  return String(made.format(args));
}

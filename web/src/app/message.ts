// A text of the catalogue with its arguments filled in. The texts are ICU messages; those with plain
// arguments only ("{name}") take a tiny path, the others (plural, select) the whole formatter, which
// is loaded before any page that is not needed at once.
export type Arguments = Readonly<Record<string, string | number>>;
type Format = (message: string, args: Arguments, language: string) => string;

const simple = /^(?:[^{}']|''|'(?![{}|#'])|\{\s*[A-Za-z_][A-Za-z0-9_]*\s*\})*$/;
let whole: Format | undefined;

/** Brings in the whole formatter; afterwards every message can be formatted. */
export async function loadFormatter(): Promise<void> {
  whole ??= (await import("./message_whole")).format;
}

export function formatMessage(message: string, args: Arguments, language: string): string {
  if (!simple.test(message)) {
    if (whole === undefined) throw new Error(`the formatter is not loaded yet: ${message}`);
    return whole(message, args, language);
  }
  return message
    .replace(/''/g, "'")
    .replace(/\{\s*([A-Za-z_][A-Za-z0-9_]*)\s*\}/g, (_, name: string) => {
      const value = args[name];
      if (value === undefined) throw new Error(`{${name}} is missing in: ${message}`);
      return String(value);
    });
}

// The page and the core say every message of every language alike: intl-messageformat and the tiny
// path against the core's own formatter, which the native tests hold against ICU.
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { formatMessage, loadFormatter } from "../../src/app/message";
import { format } from "../../src/app/message_whole";

interface Said {
  language: string;
  key: string;
  message: string;
  args: Record<string, string>;
  text: string;
}

function everyMessage(): Said[] {
  const folder = process.env["LIMBER_BUILD_DIR"] ?? resolve(__dirname, "../../../build/dev");
  const program = resolve(folder, "limber_messages");
  const ran = spawnSync(program, { encoding: "utf8", maxBuffer: 64 << 20 });
  if (ran.status !== 0) throw new Error(`${program} (./dev build makes it): ${ran.error ?? ran.stderr}`);
  return JSON.parse(ran.stdout) as Said[];
}

/** Plurals want numbers; what is only put in may be either. */
const numbers = (args: Record<string, string>): Record<string, number> =>
  Object.fromEntries(Object.entries(args).map(([name, value]) => [name, Number(value)]));

describe("every message", () => {
  const all = everyMessage();
  beforeAll(loadFormatter);

  it("is there in both languages", () => {
    expect(new Set(all.map((said) => said.language))).toEqual(new Set(["en", "de"]));
    expect(all.length).toBeGreaterThan(1500);
  });

  it("reads the same in the page and in the core", () => {
    const different = all
      .map((said) => ({ said, page: formatMessage(said.message, numbers(said.args), said.language) }))
      .filter(({ said, page }) => page !== said.text);
    expect(different).toEqual([]);
  });

  it("reads the same with the whole formatter where the tiny path would do", () => {
    const different = all
      .map((said) => ({ said, page: format(said.message, numbers(said.args), said.language) }))
      .filter(({ said, page }) => page !== said.text);
    expect(different).toEqual([]);
  });
});

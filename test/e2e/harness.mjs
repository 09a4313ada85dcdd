// One fact per test: test(name, run) prints "ok NAME" or "failed NAME: why" and keeps the exit code.
// A busy machine can starve a browser for longer than any wait: a test that ran into a time-out, and only
// such a one, may begin again once, and says so. Whatever was seen to be wrong is wrong at once.
import { resolve } from "node:path";
import { launch, sizes, visitor } from "./browser.mjs";
import { Person } from "./person.mjs";
import { serve } from "./serve.mjs";

const only = process.argv[3];

// `lanes`: how many tests go on at the same time.
export async function suite(name, tests, lanes = 1) {
  const folder = resolve(process.argv[2] ?? "build/web/dist");
  const site = await serve(folder);
  const browser = await launch();
  try {
    const waiting = Object.entries(tests).filter(([title]) => only === undefined || title.includes(only));
    const lane = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await one(...next);
    };
    const one = async (title, run) => {
      const began = performance.now();
      try {
        const again = await twice(() => run({ browser, site }));
        console.log(`ok ${name}: ${title} (${Math.round(performance.now() - began)} ms${again})`);
      } catch (trouble) {
        console.log(`failed ${name}: ${title}: ${brief(trouble)}`);
        process.exitCode = 1;
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
  } finally {
    await browser.close();
    await site.close();
  }
}

async function twice(run) {
  try {
    await run();
    return "";
  } catch (trouble) {
    if (trouble.name !== "TimeoutError") throw trouble;
    await run();
    return `, second try after ${brief(trouble)}`;
  }
}

function brief(trouble) {
  return String(trouble.message ?? trouble).split("\n").slice(0, 3).join(" ");
}

// A person at a fresh browser; the page may not have made a single error at the end.
export async function withPerson({ browser, site }, options, run) {
  const { language = "en", size = "phone", opens = true, ...more } = options;
  const locale = language === "de" ? "de-DE" : "en-GB";
  const { context, page, troubles } = await visitor(browser, { ...sizes[size], locale, ...more });
  page.setDefaultTimeout(15_000);
  try {
    const person = new Person(page, site.url, language);
    if (opens) await person.open();
    await run(person, page, context);
    equal(troubles, [], "errors of the page");
  } finally {
    await context.close();
  }
}

export function equal(found, wanted, what) {
  const [a, b] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (a !== b) throw new Error(`${what}: ${a} instead of ${b}`);
}

export function truthy(found, what) {
  if (!found) throw new Error(what);
}

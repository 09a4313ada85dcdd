// What the first page costs to load: everything a fresh browser asks for before the first question can
// be answered, compressed with brotli as it is served. At most 200 kB in every language, and nothing
// from elsewhere. Files and their sizes, no times.
import { brotliCompressSync, constants } from "node:zlib";
import { sizes, visitor } from "./browser.mjs";
import { equal, suite, truthy, withPerson } from "./harness.mjs";
import { Person, well } from "./person.mjs";

const budget = 200_000;

const packed = (body) =>
  brotliCompressSync(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  }).length;

// In the page: when the first question stands there.
function noteFirstQuestion() {
  new MutationObserver((_, observer) => {
    if (document.querySelector("[data-kind=yes_no]") === null) return;
    globalThis.firstQuestion = performance.now();
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
}

// By way of the welcome page, as most people come.
async function firstLoad({ browser, site }, locale) {
  const { context, page } = await visitor(browser, { ...sizes.phone, locale });
  try {
    await page.addInitScript(noteFirstQuestion);
    const person = new Person(page, site.url, locale.slice(0, 2));
    await person.open();
    await person.begin();
    await page.locator("[data-kind=yes_no]").first().waitFor();
    const urls = await page.evaluate(() => [
      location.href.replace(/#.*/, ""),
      ...performance
        .getEntriesByType("resource")
        .filter((entry) => entry.startTime < globalThis.firstQuestion && !entry.name.includes("/api/"))
        .map((entry) => entry.name),
    ]);
    const files = [];
    for (const url of new Set(urls)) {
      const body = Buffer.from(await (await fetch(url)).arrayBuffer());
      files.push({ url, packed: packed(body) });
    }
    return files;
  } finally {
    await context.close();
  }
}

const name = (url) => url.split("/").pop() || "index.html";

function withinBudget(locale) {
  return async (at) => {
    const files = (await firstLoad(at, locale)).sort((a, b) => b.packed - a.packed);
    const total = files.reduce((sum, file) => sum + file.packed, 0);
    const largest = files.slice(0, 4).map((file) => `${name(file.url)} ${file.packed}`);
    console.log(`first load ${locale}: ${total} bytes in ${files.length} files; ${largest.join(", ")}`);
    truthy(files.some((file) => file.url.endsWith(".wasm")), "no core was loaded");
    truthy(total <= budget, `${total} bytes`);
  };
}

await suite("load", {
  "the first question costs at most 200 kB, compressed": withinBudget("en-GB"),
  "in German, too": withinBudget("de-DE"),
  // Whoever should call for help now is not kept waiting for the rest.
  "a check goes to its end when nothing more can be loaded": (at) =>
    withPerson(at, { serviceWorkers: "block" }, async (person, page, context) => {
      await context.route(/(limber|limber_lab|knowledge\.en\.rest)-[\w-]+\.(wasm|json)$/, (route) => route.fulfill({ status: 404 }));
      await person.begin();
      await person.answerAll({ ...well, stroke_signs: "yes" });
      equal(await person.level(), "emergency_now", "level");
      truthy((await page.locator("details li").count()) > 0, "the sources are named");
    }),
  "nothing comes from anywhere else": async (at) => {
    const files = await firstLoad(at, "en-GB");
    equal(files.filter((file) => !file.url.startsWith(at.site.url)).map((file) => file.url), [], "other addresses");
  },
});

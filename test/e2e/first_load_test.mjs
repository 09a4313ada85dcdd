// What the first page costs to load: everything a fresh browser fetches before the first question can
// be answered, compressed with brotli as it is served. At most 200 kB, and nothing from elsewhere.
import { brotliCompressSync, constants } from "node:zlib";
import { equal, suite, truthy } from "./harness.mjs";
import { sizes, visitor } from "./browser.mjs";

const budget = 200_000;

async function firstLoad({ browser, site }) {
  const { context, page } = await visitor(browser, sizes.phone);
  const bodies = [];
  page.on("response", (response) => {
    if (response.ok() && response.request().serviceWorker?.() == null) bodies.push(response.body().then((body) => [response.url(), body], () => undefined));
  });
  await page.goto(site.url);
  await page.goto(`${site.url}#/check`);
  await page.locator("[data-kind=yes_no]").first().waitFor();
  const files = new Map((await Promise.all(bodies)).filter((each) => each !== undefined));
  await context.close();
  return [...files].map(([url, body]) => ({
    url,
    packed: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }).length,
  }));
}

await suite("load", {
  "the first question costs at most 200 kB, compressed": async (at) => {
    const files = await firstLoad(at);
    const total = files.reduce((sum, file) => sum + file.packed, 0);
    const largest = files.sort((a, b) => b.packed - a.packed).slice(0, 4);
    console.log(`first load: ${total} bytes in ${files.length} files; ${largest.map((file) => `${file.url.split("/").pop()} ${file.packed}`).join(", ")}`);
    truthy(total <= budget, `${total} bytes`);
  },
  "nothing comes from anywhere else": async (at) => {
    const files = await firstLoad(at);
    equal(files.filter((file) => !file.url.startsWith(at.site.url)).map((file) => file.url), [], "other addresses");
  },
});

// How quick the page is, with the processor slowed down four times: node test/e2e/bench.mjs DIST
// Prints one row per measure: name, value, unit, bound. Nothing is asserted; a bound that is missed is
// marked, and the exit code says so.
import { resolve } from "node:path";
import { launch, sizes, visitor } from "./browser.mjs";
import { Person, well } from "./person.mjs";
import { serve } from "./serve.mjs";

const slowdown = 4;
const site = await serve(resolve(process.argv[2] ?? "build/web/dist"));
const browser = await launch();

function row(name, value, unit, bound, most = true) {
  const good = most ? value <= bound : value >= bound;
  console.log(`${name}\t${value.toFixed(1)}\t${unit}\t${most ? "<=" : ">="} ${bound}\t${good ? "met" : "missed"}`);
  if (!good) process.exitCode = 1;
}

// Runs in the page: frames per second over five seconds.
const countFrames = () =>
  new Promise((resolve) => {
    const stamps = [];
    const step = (now) => {
      stamps.push(now);
      if (now - stamps[0] < 5000) requestAnimationFrame(step);
      else resolve(((stamps.length - 1) * 1000) / (now - stamps[0]));
    };
    requestAnimationFrame(step);
  });

const sorted = (values) => [...values].sort((a, b) => a - b);
const at = (values, share) => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))];

async function slow() {
  const { context, page } = await visitor(browser, sizes.phone);
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  return { context, page, person: new Person(page, site.url) };
}

// From the tap on the address to a first question that answers a tap.
async function firstQuestion() {
  const { context, page } = await slow();
  const began = performance.now();
  await page.goto(`${site.url}#/check`, { waitUntil: "commit" });
  await page.locator("[data-kind=yes_no] input").first().waitFor({ state: "attached" });
  const took = performance.now() - began;
  await context.close();
  return took;
}

// From a tap to the next frame that shows its effect, as the browser itself measures it.
async function taps() {
  const { context, page, person } = await slow();
  await page.goto(`${site.url}#/check`);
  await page.locator(".questions h1").waitFor();
  await page.evaluate(() => {
    globalThis.taken = [];
    addEventListener("pointerdown", () => (globalThis.since = performance.now()), true);
    addEventListener("click", () => {
      const since = performance.now();
      requestAnimationFrame(() => setTimeout(() => globalThis.taken.push(performance.now() - since)));
    }, true);
  });
  while ((await page.locator(".questions").count()) > 0) {
    for (const more of await page.locator("button.more").all()) await more.click();
    await person.answer(well);
  }
  const taken = await page.evaluate(() => globalThis.taken);
  await context.close();
  return taken;
}

// Frames of the running session in five seconds.
async function frames() {
  const { context, page, person } = await slow();
  await person.open();
  await person.begin();
  await person.answerAll(well);
  await person.button("web.result.plan").click();
  await page.locator(".questions h1").waitFor();
  await person.answerAll(well);
  await person.button("web.plan.start").click();
  await page.getByRole("radio", { name: "2", exact: true }).check({ force: true });
  await person.button("web.next").click();
  await person.button("web.session.hurts").waitFor();
  await page.waitForTimeout(6000);
  const shown = await page.evaluate(countFrames);
  await context.close();
  return shown;
}

// What this machine could show at all just now: an empty page, slowed down as much.
async function emptyFrames() {
  const { context, page } = await slow();
  await page.goto(`${site.url}nothing`);
  const shown = await page.evaluate(countFrames);
  await context.close();
  return shown;
}

console.log(`frames of an empty page\t${(await emptyFrames()).toFixed(1)}\tframes/s`);
const opened = [];
for (let round = 0; round < 5; ++round) opened.push(await firstQuestion());
row("first question usable, median of 5", at(opened, 0.5), "ms", 1500);
const taken = await taps();
row(`tap to answer, 95th percentile of ${taken.length}`, at(taken, 0.95), "ms", 50);
row("tap to answer, median", at(taken, 0.5), "ms", 50);
row("session view", await frames(), "frames/s", 55, false);
await browser.close();
await site.close();

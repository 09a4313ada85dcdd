// The diary, answers and settings on the static site, from a sub-path, as a person finds them: noting,
// correcting, history, two tabs, offline, export and import, a passphrase; accessible on every screen.
//   node test/e2e/diary_test.mjs SITE [PICTURES]
// SITE is build/web/dist or build/site; with PICTURES every screen is kept there as an image.
import { readFileSync } from "node:fs";
import { axeSource, launch, sizes, visitor } from "./browser.mjs";
import { Person } from "./person.mjs";
import { serve } from "./serve.mjs";

const [site, pictures] = process.argv.slice(2);
let failed = 0;
const browser = await launch();
// The site stands in a folder of a larger one.
const served = await serve(site, "/somewhere/limber/");

async function test(name, run) {
  try {
    await run();
    console.log(`ok ${name}`);
  } catch (trouble) {
    failed += 1;
    console.log(`failed ${name}\n  ${String(trouble?.stack ?? trouble).split("\n").slice(0, 6).join("\n  ")}`);
  }
}

function same(one, other, what) {
  if (JSON.stringify(one) !== JSON.stringify(other)) {
    throw new Error(`${what}: ${JSON.stringify(one)} is not ${JSON.stringify(other)}`);
  }
}

// A visitor who agreed to a diary.
async function keeper(options = {}, language = "en", url = served.url) {
  const visit = await visitor(browser, { locale: language === "de" ? "de-DE" : "en-GB", ...options });
  const person = new Person(visit.page, url, language);
  await person.open();
  await go(person, "settings");
  await person.button("web.settings.keep").click();
  await person.page.getByText(person.t("web.keep.browser")).waitFor();
  return { ...visit, person };
}

async function go(person, page, ...rest) {
  await person.page.evaluate((hash) => (location.hash = hash), `#/${[page, ...rest].join("/")}`);
  await person.page.getByRole("heading", { level: 1 }).waitFor();
  await person.page.waitForTimeout(150);
}

async function note(person, { kind = "pain", score, place, text }) {
  const { page } = person;
  await person.button("web.diary.note").click();
  const sheet = page.getByRole("dialog");
  if (kind !== "pain") await sheet.getByRole("radio", { name: person.t(`web.diary.kind.${kind}`), exact: true }).check({ force: true });
  if (score !== undefined) await sheet.getByRole("radio", { name: String(score), exact: true }).check({ force: true });
  if (place !== undefined) await sheet.getByRole("combobox").selectOption(place);
  if (text !== undefined) await sheet.getByRole("textbox").fill(text);
  await sheet.getByRole("button", { name: person.t("web.diary.save"), exact: true }).click();
  await sheet.waitFor({ state: "detached" });
}

const entries = (page) => page.locator("section[aria-labelledby=days-title] .what > p:first-child").allTextContents();

// An export with some weeks of life in it, made here so that the plots have something to show.
function someWeeks() {
  const device = "0192f000-0000-7000-8000-00000000000d";
  const events = [];
  const add = (days, kind, payload) => {
    const number = (events.length + 1).toString(16).padStart(12, "0");
    const at_ms = Date.now() - days * 86_400_000 - 3_600_000;
    events.push({ id: `0192f000-0000-7000-8000-${number}`, device, at_ms, offset_min: 0, kind, payload });
  };
  add(45, "consent", { what: "record", version: "1" });
  const pains = [6, 6, 5, 6, 4, 5, 4, 3, 4, 3, 2, 3, 2, 2, 1];
  pains.forEach((score, at) => {
    const days = 44 - at * 3;
    add(days, "pain.noted", { score, place: at % 3 === 0 ? "neck_left" : "upper_back" });
    if (at % 2 === 0) add(days, "stiffness.noted", { score: Math.max(1, 8 - Math.floor(at / 2)), place: "mid_back_right" });
  });
  add(2, "note", { text: "Long day at the desk.\nBetter after the walk." });
  add(0.01, "pop.noted", { painful: false, deliberate: true, place: "upper_back" });
  return JSON.stringify({ limber_export: 1, events });
}

async function importWeeks(person) {
  await go(person, "settings", "data");
  const file = { name: "limber.json", mimeType: "application/json", buffer: Buffer.from(someWeeks()) };
  await person.page.locator("input[type=file]").setInputFiles(file);
  await person.page.getByRole("status").filter({ hasText: /\d/ }).first().waitFor();
}

await test("nothing is stored before the person agreed", async () => {
  const { context, page } = await visitor(browser);
  const person = new Person(page, served.url);
  await person.open();
  await go(person, "diary");
  await note(person, { score: 4 });
  same(await page.evaluate(async () => (await indexedDB.databases()).map((each) => each.name)), [], "databases");
  same(await page.evaluate(() => localStorage.length), 0, "local storage");
  await context.close();
});

await test("a note is kept, corrected with its history, and taken back", async () => {
  const { context, page, person, troubles } = await keeper();
  await go(person, "diary");
  await note(person, { score: 6, place: "neck_left" });
  await page.reload();
  await page.getByRole("heading", { level: 1 }).waitFor();
  same(await entries(page), ["Pain 6, neck, left"], "after a reload");
  await page.getByRole("button", { name: /^Correct: Pain 6/ }).click();
  await page.getByRole("dialog").getByRole("radio", { name: "3", exact: true }).check({ force: true });
  await page.getByRole("dialog").getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  same(await entries(page), ["Pain 3, neck, left"], "corrected");
  await page.getByRole("button", { name: /^History: Pain 3/ }).click();
  same(await page.getByRole("dialog").locator("li > p:last-child").allTextContents(), ["Pain 6, neck, left", "Pain 3, neck, left"], "history");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Delete: Pain 3/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  same(await entries(page), [], "deleted");
  same(troubles, [], "troubles");
  await context.close();
});

await test("two tabs agree", async () => {
  const { context, page, person } = await keeper();
  const other = await context.newPage();
  const second = new Person(other, served.url);
  await second.open();
  await go(second, "diary");
  await go(person, "diary");
  await note(person, { kind: "note", text: "said in the first tab" });
  await other.getByText("said in the first tab").waitFor({ timeout: 5000 });
  await note(second, { kind: "note", text: "said in the second tab" });
  await page.getByText("said in the second tab").waitFor({ timeout: 5000 });
  await context.close();
});

await test("works offline from start to diary, from a sub-path", async () => {
  const gone = await serve(site, "/elsewhere/");
  const { context, page, person } = await keeper({}, "en", gone.url);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  void gone.close();
  await context.setOffline(true);
  await page.goto(gone.url);
  await page.getByRole("heading", { level: 1 }).waitFor();
  for (const each of ["check", "learn", "settings", "pop", "diary"]) await go(person, each);
  await note(person, { score: 2, place: "upper_back" });
  same(await entries(page), ["Pain 2, upper back"], "offline");
  await page.reload();
  await page.getByRole("heading", { level: 1 }).waitFor();
  same(await entries(page), ["Pain 2, upper back"], "after an offline reload");
  await context.close();
});

await test("an export is imported elsewhere, and twice is the same as once", async () => {
  const { context, page, person } = await keeper();
  await importWeeks(person);
  await importWeeks(person);
  await page.getByText("Nothing new", { exact: false }).waitFor();
  const waiting = page.waitForEvent("download");
  await person.button("web.settings.export").click();
  const document = JSON.parse(readFileSync(await (await waiting).path(), "utf8"));
  same(document.events.filter((event) => event.kind === "pain.noted").length, 15, "pain in the export");
  await context.close();
});

await test("a passphrase seals the diary, and only it opens it", async () => {
  const { context, page, person } = await keeper();
  await go(person, "diary");
  await note(person, { kind: "note", text: "secret words" });
  await go(person, "settings", "data");
  await person.button("web.settings.lock.set").click();
  const sheet = page.getByRole("dialog");
  for (const field of await sheet.locator("input").all()) await field.fill("a long passphrase");
  await sheet.getByRole("button", { name: "Save", exact: true }).click();
  await sheet.waitFor({ state: "detached", timeout: 60_000 });
  const stored = await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.open("limber").onsuccess = ({ target }) => {
          target.result.transaction("events").objectStore("events").getAll().onsuccess = (event) =>
            resolve(JSON.stringify(event.target.result));
        };
      }),
  );
  if (/secret|"note"/.test(stored)) throw new Error("plain text in the store");
  await page.reload();
  await go(person, "diary");
  await page.getByLabel("Passphrase").fill("another passphrase");
  await person.button("web.lock.open").click();
  await page.getByText(person.t("web.lock.wrong")).waitFor({ timeout: 60_000 });
  await page.getByLabel("Passphrase").fill("a long passphrase");
  await person.button("web.lock.open").click();
  await page.getByText("secret words").waitFor({ timeout: 60_000 });
  await context.close();
});

await test("erasing leaves nothing in the browser", async () => {
  const { context, page, person } = await keeper();
  await go(person, "diary");
  await note(person, { score: 5 });
  await go(person, "settings", "data");
  await person.button("web.settings.erase").click();
  const reloaded = page.waitForEvent("load");
  await page.getByRole("dialog").getByRole("button", { name: "Erase everything", exact: true }).click();
  await reloaded;
  await page.getByRole("heading", { level: 1 }).waitFor();
  same(await page.evaluate(async () => (await indexedDB.databases()).map((each) => each.name)), [], "databases");
  same(await page.evaluate(() => localStorage.length), 0, "local storage");
  await context.close();
});

await test("an answer is found by its words, by keyboard alone", async () => {
  const { context, page } = await visitor(browser);
  const person = new Person(page, served.url);
  await person.open();
  await go(person, "learn");
  await page.getByLabel("Search").focus();
  await page.keyboard.type("massage gun");
  await page.getByText("1 question", { exact: true }).waitFor();
  await page.getByText("Keep massage guns off the neck", { exact: false }).waitFor();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("zzz");
  await page.getByText("Nothing found", { exact: false }).waitFor();
  await context.close();
});

await test("the report is as wide as a phone, and as a page on paper", async () => {
  const { context, page, person } = await keeper({ viewport: { width: 320, height: 640 } });
  await importWeeks(person);
  await go(person, "diary", "report");
  const shown = page.getByLabel(person.t("web.diary.report"));
  const lines = async () => (await page.locator("pre:visible").innerText()).trimEnd().split("\n");
  const widest = async () => Math.max(...(await lines()).map((line) => line.length));
  await shown.waitFor();
  if ((await widest()) > 40) throw new Error(`${await widest()} columns on a small phone`);
  const rows = await shown.evaluate((each) => Math.round(each.clientHeight / parseFloat(getComputedStyle(each).lineHeight)));
  const text = await shown.evaluate((each) => each.textContent.split("\n").length - 1);
  same(rows, text, "rows that wrapped");
  await page.emulateMedia({ media: "print" });
  if ((await widest()) < 60) throw new Error(`only ${await widest()} columns on paper`);
  await context.close();
});

const screens = [["diary"], ["diary", "report"], ["learn"], ["learn", "why_not_force"], ["settings"]];
for (const language of ["en", "de"]) {
  for (const [size, shape] of Object.entries({ ...sizes, narrow: { viewport: { width: 320, height: 640 } } })) {
    for (const colorScheme of ["light", "dark"]) {
      const { context, page, person, troubles } = await keeper({ ...shape, colorScheme }, language);
      await importWeeks(person);
      for (const screen of screens) {
        const name = [...screen, language, size, colorScheme].join("-");
        await test(`accessible ${name}`, async () => {
          await go(person, ...screen);
          if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
          await page.evaluate(axeSource);
          const { violations } = await page.evaluate(() =>
            globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }),
          );
          same(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`), [], "violations");
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          if (wide > 0) throw new Error(`${wide} px too wide`);
          const small = await page.evaluate(() =>
            [...document.querySelectorAll("main :is(button, a[href], select, input:not(.unseen), summary)")]
              .filter((each) => each.checkVisibility() && !each.closest("li, p")?.matches("li > ul *, details ul *"))
              .map((each) => [each.outerHTML.slice(0, 80), each.getBoundingClientRect().height])
              .filter(([, height]) => height > 0 && height < 43.5),
          );
          same(small, [], "too small to hit");
          same(troubles, [], "troubles");
        });
      }
      await context.close();
    }
  }
}

await browser.close();
process.exit(failed > 0 ? 1 : 0);

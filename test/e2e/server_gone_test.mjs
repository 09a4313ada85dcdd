// The page and `limber serve` together: what is noted while the server is killed waits here, goes up
// when it is back, and is there once; what the terminal adds is seen at once.
//   node test/e2e/server_gone_test.mjs [DIST [LIMBER]]
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { launch, visitor } from "./browser.mjs";
import { Limber, until } from "./limber_serve.mjs";
import { Person } from "./person.mjs";

const limber = new Limber();
let failed = 0;

async function test(name, run) {
  try {
    await run();
    console.log(`ok ${name}`);
  } catch (trouble) {
    failed += 1;
    console.log(`failed ${name}\n  ${String(trouble?.stack ?? trouble).split("\n").slice(0, 6).join("\n  ")}`);
  }
}

const kept = () =>
  limber.events().filter((event) => event.kind === "note").map((event) => event.payload.text).sort();

async function go(person, page) {
  await person.page.evaluate((hash) => (location.hash = hash), `#/${page}`);
  await person.page.getByRole("heading", { level: 1 }).waitFor();
}

async function note(person, text) {
  await go(person, "diary");
  await person.button("web.diary.note").click();
  const sheet = person.page.getByRole("dialog");
  await sheet.getByRole("radio", { name: person.t("web.diary.kind.note"), exact: true }).check({ force: true });
  await sheet.getByRole("textbox").fill(text);
  await sheet.getByRole("button", { name: person.t("web.diary.save"), exact: true }).click();
  await sheet.waitFor({ state: "detached" });
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const browser = await launch();
await limber.serve();
const { page, context } = await visitor(browser);
const person = new Person(page, limber.url);

await test("a diary begun in the page is the record of the terminal", async () => {
  await person.open();
  await go(person, "settings");
  await person.button("web.settings.keep").click();
  await page.getByText(person.t("web.keep.server")).waitFor();
  await note(person, "before");
  await until("on the server", () => same(kept(), ["before"]));
});

await test("what the terminal adds is seen at once", async () => {
  const device = "0192f000-0000-7000-8000-00000000000d";
  const event = { id: "0192f000-0000-7000-8000-0000000000ff", device, at_ms: Date.now(), offset_min: 0, kind: "note" };
  const file = join(limber.data, "more.json");
  writeFileSync(file, JSON.stringify({ limber_export: 1, events: [{ ...event, payload: { text: "from the terminal" } }] }));
  limber.run("import", file);
  await page.getByText("from the terminal").waitFor({ timeout: 10_000 });
});

await test("killed and started again: nothing lost, nothing doubled, the count is true", async () => {
  await limber.kill();
  await note(person, "while it was gone");
  await note(person, "and once more");
  await go(person, "settings");
  await page.getByText("2 entries wait", { exact: false }).waitFor();
  await page.reload();
  await page.getByText("2 entries wait", { exact: false }).waitFor();
  await limber.serve();
  await page.getByText("2 entries wait", { exact: false }).waitFor({ state: "detached", timeout: 45_000 });
  await until("all there once", () => same(kept(), ["and once more", "before", "from the terminal", "while it was gone"]));
});

await test("another tab of the server sees all of it", async () => {
  const other = await context.newPage();
  const second = new Person(other, limber.url);
  await second.open();
  await go(second, "diary");
  await other.getByText("while it was gone").waitFor();
  await note(second, "from the second tab");
  await go(person, "diary");
  await page.getByText("from the second tab").waitFor({ timeout: 10_000 });
});

await browser.close();
limber.close();
process.exit(failed > 0 ? 1 : 0);

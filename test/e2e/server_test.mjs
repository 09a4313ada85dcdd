// The page as `limber serve` gives it out: the whole way, a server that is killed in the middle of a
// session, two tabs, an export from elsewhere, and a phone.
//   node test/e2e/server_test.mjs [DIST [LIMBER]]
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { launch, sizes, visitor } from "./browser.mjs";
import { equal, truthy } from "./harness.mjs";
import { Limber, until } from "./limber_serve.mjs";
import { Person, toSession } from "./person.mjs";

const browser = await launch();

async function test(name, run) {
  const limber = new Limber();
  const contexts = [];
  // A person at the address that Limber said; every error of the page is an error of the test.
  const arrive = async (url, options = sizes.phone) => {
    const { context, page, troubles } = await visitor(browser, options);
    contexts.push({ context, troubles });
    page.setDefaultTimeout(30_000);
    const person = new Person(page, url);
    await person.open();
    return { person, page, context };
  };
  try {
    await run(limber, arrive);
    // A server that is away, or that nobody vouches for, is no error of the page; the browser tells of it.
    const own = contexts.flatMap(({ troubles }) => troubles).filter((text) => !/ERR_CONNECTION|Failed to fetch|401|SSL certificate/.test(text));
    equal(own, [], "errors of the page");
    console.log(`ok server: ${name}`);
  } catch (trouble) {
    process.exitCode = 1;
    console.log(`failed server: ${name}: ${String(trouble?.stack ?? trouble).split("\n").slice(0, 4).join(" ")}`);
  } finally {
    for (const { context } of contexts) await context.close();
    limber.close();
  }
}

async function go(person, page) {
  await person.page.evaluate((hash) => (location.hash = hash), `#/${page}`);
  await person.page.getByRole("heading", { level: 1, name: person.t(`web.title.${page}`) }).or(person.page.locator("h1")).first().waitFor();
}

const kinds = (limber) => limber.events().map((event) => event.kind);
const count = (all, kind) => all.filter((each) => each === kind).length;
const twice = (events) => events.length - new Set(events.map((event) => event.id)).size;

// The entries that wait to be sent, as the page says it.
const waits = (person, number) =>
  person.page.getByText(number === 1 ? "1 entry waits" : `${number} entries wait`, { exact: false });

await test("the whole way is in the terminal's record", async (limber, arrive) => {
  await limber.serve();
  const { person, page } = await arrive(limber.url);
  await toSession(person, {}, true);
  await person.skipToEnd();
  const scales = page.locator("fieldset");
  await scales.nth(0).getByRole("radio", { name: "1", exact: true }).check({ force: true });
  await person.button("web.after.keep").click();
  await page.getByRole("heading", { name: person.t("web.after.kept") }).waitFor();
  await until("the session and what came after it", () => kinds(limber).includes("session.pain"));
  const all = kinds(limber);
  for (const kind of ["consent", "screened", "session.started"]) equal(count(all, kind), 1, kind);
  equal(twice(limber.events()), 0, "events that are there twice");
  truthy(limber.run("log").includes("1"), "the terminal's diary");
});

await test("killed in the middle of a session: nothing lost, nothing doubled, the count is true", async (limber, arrive) => {
  await limber.serve();
  const { person, page } = await arrive(limber.url);
  await toSession(person, {}, true);
  await until("the session has begun", () => kinds(limber).includes("session.started"));
  await limber.kill();
  // Three things happen while it is gone; the session goes on as if nothing were.
  const pause = person.button("web.session.pause");
  await pause.click();
  await person.button("web.session.go_on").click();
  await pause.click();
  await person.button("web.session.go_on").waitFor();
  const there = new Set(limber.events().map((event) => event.id));
  let made = [];
  await until("three more in the browser's store", async () => {
    made = await page.evaluate(eventsOfBrowser);
    return made.length >= there.size + 3;
  });
  await go(person, "settings");
  const missing = made.length - there.size;
  await waits(person, missing).waitFor();
  await page.reload();
  await waits(person, missing).waitFor();
  await limber.serve();
  await waits(person, missing).waitFor({ state: "detached", timeout: 60_000 });
  await until("all of it there", () => {
    const now = new Set(limber.events().map((event) => event.id));
    return made.every((event) => now.has(event.id));
  });
  const events = limber.events();
  equal(twice(events), 0, "events that are there twice");
  equal(count(events.map((event) => event.kind), "session.started"), 1, "sessions");
  await go(person, "today");
  await page.getByText(person.t("ui.resume.title")).waitFor();
});

await test("two tabs are one diary", async (limber, arrive) => {
  await limber.serve();
  const { person, page, context } = await arrive(limber.url);
  await toSession(person, {}, true);
  const other = new Person(await context.newPage(), `http://127.0.0.1:${limber.port}/`);
  await other.open();
  // The session of the first tab is open, and can be left from the second.
  await other.page.getByText(person.t("ui.resume.title")).waitFor();
  await other.button("web.today.leave_it").click();
  await until("left, once", () => count(kinds(limber), "session.stopped") === 1);
  equal(twice(limber.events()), 0, "events that are there twice");
  await page.close();
});

await test("an export from elsewhere is imported once", async (limber, arrive) => {
  const elsewhere = new Limber();
  const file = join(elsewhere.data, "from.json");
  try {
    await elsewhere.serve();
    const there = await arrive(elsewhere.url, sizes.desktop);
    await toSession(there.person, {}, true);
    await until("a session elsewhere", () => kinds(elsewhere).includes("session.started"));
    elsewhere.run("export", file);
    const wanted = elsewhere.events().map((event) => event.id);

    await limber.serve();
    const { person, page } = await arrive(limber.url, sizes.desktop);
    await go(person, "settings");
    await person.button("web.settings.keep").click();
    await page.getByText(person.t("web.keep.server")).waitFor();
    for (const known of [0, wanted.length]) {
      await page.locator("input[type=file]").setInputFiles(file);
      await page.getByText(`${known} already there`, { exact: false }).waitFor();
    }
    await until("all of it in the record", () => {
      const now = new Set(limber.events().map((event) => event.id));
      return wanted.every((id) => now.has(id));
    });
    equal(twice(limber.events()), 0, "events that are there twice");
  } finally {
    elsewhere.close();
  }
});

const onNetwork = Object.values(networkInterfaces()).flat().some((each) => each.family === "IPv4" && !each.internal);
if (onNetwork) {
  await test("a phone is paired over TLS, appears in the settings, and is refused once revoked", async (limber, arrive) => {
    await limber.serve("--tls", "--tls-port", "0");
    const { person, page } = await arrive(limber.url, sizes.desktop);
    await go(person, "settings");
    await person.button("web.settings.keep").click();
    await page.getByText(person.t("web.keep.server")).waitFor();

    // The address that the page shows is the one in the code to scan.
    await person.button("web.settings.phones.pair").click();
    const address = await page.getByRole("dialog").getByText(/^https:\/\//).textContent();
    const phone = await arrive(address.trim(), { ...sizes.phone, ignoreHTTPSErrors: true });
    await go(phone.person, "settings");
    await phone.page.getByText(person.t("web.keep.server")).waitFor();
    const about = () => phone.page.evaluate(() => fetch("/api/v1/about").then((answer) => answer.status));
    equal(await about(), 200, "the phone's request");

    // The address was good once.
    const thief = await browser.newContext({ ignoreHTTPSErrors: true });
    const again = await thief.newPage();
    equal((await again.goto(address.trim())).status(), 403, "the address, used again");
    await thief.close();

    await page.keyboard.press("Escape");
    await page.getByText(person.t("web.settings.phones.phone"), { exact: true }).waitFor();
    await page.getByRole("listitem").filter({ hasText: person.t("web.settings.phones.phone") })
      .getByRole("button").click();
    await page.getByText(person.t("web.settings.phones.phone"), { exact: true }).waitFor({ state: "detached" });
    equal(await about(), 401, "the phone's request, once revoked");
    await phone.page.getByText(person.t("web.keep.signed_out")).waitFor({ timeout: 60_000 });
  });
}

await browser.close();

// In the page: every event that its own store holds.
function eventsOfBrowser() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("limber");
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const all = request.result.transaction("events").objectStore("events").getAll();
      all.onsuccess = () => resolve(all.result.map((row) => ({ ...row.plain, id: row.id })));
    };
  });
}

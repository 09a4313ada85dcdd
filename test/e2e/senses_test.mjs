// What is heard, felt and seen beside the page: the voice, the bell and the shake, the screen that stays
// on, the reminders, and the word of a newer version. The machine's part is played by stand-ins.
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { equal, suite, truthy, withPerson } from "./harness.mjs";
import { toSession } from "./person.mjs";
import { serve } from "./serve.mjs";

// Notes what the page asks of the machine.
function standIns() {
  const heard = { said: [], strokes: 0, shakes: [], held: 0, notes: [], permission: "granted" };
  globalThis.heard = heard;
  const put = (on, name, value) => Object.defineProperty(on, name, { configurable: true, value });
  put(globalThis, "speechSynthesis", {
    getVoices: () => [
      { name: "Kate", lang: "en-GB", voiceURI: "kate" },
      { name: "Moira", lang: "en-IE", voiceURI: "moira" },
      { name: "Anna", lang: "de-DE", voiceURI: "anna" },
    ],
    cancel: () => {},
    speak: (said) => heard.said.push({ text: said.text, rate: said.rate, voice: said.voice?.name ?? "" }),
    addEventListener: () => {},
    removeEventListener: () => {},
  });
  put(globalThis, "SpeechSynthesisUtterance", class { constructor(text) { this.text = text; } });
  put(navigator, "vibrate", (pattern) => heard.shakes.push(pattern));
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (...at) {
    heard.strokes += 1;
    return start.apply(this, at);
  };
  put(navigator, "wakeLock", {
    request: async () => {
      heard.held += 1;
      const lock = new EventTarget();
      lock.release = async () => {
        heard.held -= 1;
        lock.dispatchEvent(new Event("release"));
      };
      return lock;
    },
  });
  put(globalThis, "Notification", class {
    static get permission() { return heard.permission; }
    static async requestPermission() { return heard.permission; }
    constructor(_, { body }) { heard.notes.push(body); }
  });
}

const withSenses = (at, options, run) =>
  withPerson(at, { serviceWorkers: "block", opens: false, ...options }, async (person, page, context) => {
    await page.addInitScript(standIns);
    await page.clock.install();
    await person.open();
    await run(person, page, context);
  });
const heard = (page) => page.evaluate(() => globalThis.heard);
const line = (page) => page.locator("p.line").textContent();

async function settings(person, part) {
  await person.page.goto(`${person.url}#/settings/${part}`);
  await person.page.locator(`#${part}`).waitFor();
}

await suite("senses", {
  "the voice says each step that is shown, the first time it is to be done": (at) =>
    withSenses(at, {}, async (person, page) => {
      await toSession(person);
      await person.button("web.session.skip").click();
      await person.button("web.session.skip").click();
      const shown = new Set();
      for (let second = 0; second < 18; ++second) {
        shown.add((await line(page)).trim());
        await page.clock.runFor(1000);
      }
      const said = (await heard(page)).said.map((each) => each.text);
      truthy(shown.size >= 4, `steps shown: ${[...shown]}`);
      equal(said.filter((text) => shown.has(text)), [...shown], "steps said");
    }),

  "the voice is the one that was chosen, as fast as chosen, and can be tried": (at) =>
    withSenses(at, {}, async (person, page) => {
      await settings(person, "session");
      await page.getByLabel(person.t("web.settings.voice.which")).selectOption("Moira");
      await page.getByRole("radio", { name: person.t("web.settings.voice.fast") }).check({ force: true });
      await person.button("web.settings.voice.try").click();
      equal((await heard(page)).said, [{ text: person.t("web.settings.voice.sample"), rate: 1.15, voice: "Moira" }], "the trial");
      await page.goto(`${person.url}#/today`);
      await page.locator("h1").waitFor();
    }),

  "voices of other languages are not offered": (at) =>
    withSenses(at, {}, async (person, page) => {
      await settings(person, "session");
      const offered = await page.getByLabel(person.t("web.settings.voice.which")).locator("option").allTextContents();
      equal(offered, [person.t("web.settings.voice.any"), "Kate", "Moira"], "voices");
    }),

  "one tap in the session and the voice is silent": (at) =>
    withSenses(at, {}, async (person, page) => {
      await toSession(person);
      await page.getByRole("button", { name: person.t("web.session.voice") }).click();
      const before = (await heard(page)).said.length;
      const first = await line(page);
      await page.clock.runFor(9_000);
      truthy((await line(page)) !== first, "another line");
      equal((await heard(page)).said.length, before, "lines said");
    }),

  "the bell is struck and the phone shakes when something changes": (at) =>
    withSenses(at, {}, async (person, page) => {
      await toSession(person);
      await page.clock.runFor(12_000);
      const { strokes, shakes } = await heard(page);
      equal([strokes > 0, shakes.length > 0], [true, true], "bell and shake");
    }),

  "no bell and no shake where both are off": (at) =>
    withSenses(at, {}, async (person, page) => {
      await settings(person, "session");
      for (const what of ["sounds", "vibration"]) {
        await page.getByRole("switch", { name: person.t(`web.settings.${what}`) }).uncheck({ force: true });
      }
      await page.goto(`${person.url}#/today`);
      await toSession(person);
      await page.clock.runFor(12_000);
      equal([(await heard(page)).strokes, (await heard(page)).shakes], [0, []], "bell and shake");
    }),

  "the screen stays on while a session runs, and no longer": (at) =>
    withSenses(at, {}, async (person, page) => {
      const held = (count) => page.waitForFunction((wanted) => globalThis.heard.held === wanted, count);
      await toSession(person);
      await held(1);
      await person.button("web.session.pause").click();
      await held(0);
      await person.button("web.session.go_on").click();
      await held(1);
      await person.button("web.session.stop").click();
      await held(0);
    }),

  "reminders come while the page is open, as often as chosen": (at) =>
    withSenses(at, {}, async (person, page) => {
      await settings(person, "reminders");
      await page.getByRole("switch", { name: person.t("web.settings.reminders.on") }).check({ force: true });
      await page.getByRole("radio", { name: person.t("web.settings.reminders.minutes", { minutes: 30 }) }).check({ force: true });
      await page.clock.fastForward(29 * 60_000);
      equal((await heard(page)).notes, [], "notes after 29 minutes");
      await page.clock.fastForward(2 * 60_000);
      await page.waitForFunction(() => globalThis.heard.notes.length > 0);
      equal((await heard(page)).notes, [person.t("web.settings.reminders.note")], "notes after half an hour");
    }),

  "where the browser allows no reminders, that is said and the switch stays off": (at) =>
    withSenses(at, {}, async (person, page) => {
      await settings(person, "reminders");
      await page.evaluate(() => (globalThis.heard.permission = "denied"));
      const onOff = page.getByRole("switch", { name: person.t("web.settings.reminders.on") });
      await onOff.click({ force: true });
      await page.getByRole("alert").filter({ hasText: person.t("web.settings.reminders.denied") }).waitFor();
      truthy(!(await onOff.isChecked()), "the switch is off");
    }),

  "a newer version is told of, and is there when the person takes it": async ({ browser }) => {
    const folder = await mkdtemp(join(tmpdir(), "limber-newer-"));
    await cp(resolve(process.argv[2] ?? "build/web/dist"), folder, { recursive: true });
    const site = await serve(folder);
    try {
      await withPerson({ browser, site }, {}, async (person, page) => {
        await page.evaluate(() => navigator.serviceWorker.ready);
        await page.reload();
        await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
        truthy(!(await person.button("web.update.load").isVisible()), "no news yet");
        const worker = await readFile(join(folder, "sw.js"), "utf8");
        await writeFile(join(folder, "sw.js"), worker.replace(/const version = "[^"]*"/, 'const version = "newer"'));
        await appendFile(join(folder, "index.html"), "<!-- newer -->");
        await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
        await person.button("web.update.load").click();
        await page.waitForFunction(async () => (await (await fetch("./")).text()).includes("<!-- newer -->"));
        await page.getByRole("heading", { level: 1 }).waitFor();
        // The new worker answers a moment before the page that asked for it is loaded anew.
        await person.button("web.update.load").waitFor({ state: "detached" });
      });
    } finally {
      await site.close();
      await rm(folder, { recursive: true });
    }
  },
}, 2);

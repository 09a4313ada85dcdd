// The session under everything that can happen to it: pain, a stop, a reload in mid-hold, a locked
// phone, keys alone.
import { equal, suite, truthy, withPerson } from "./harness.mjs";
import { toSession, well } from "./person.mjs";

const place = async (page) => (await page.locator(".place").textContent()).trim();

await suite("session", {
  "that hurts: everything stands still, then one question, and less from there on": (at) =>
    withPerson(at, {}, async (person, page) => {
      await toSession(person);
      await page.waitForTimeout(6500);
      await person.button("web.session.hurts").click();
      await person.button("ui.guide.hurt.plain").click();
      await page.getByRole("radio", { name: "3", exact: true }).check({ force: true });
      await person.button("web.next").click();
      await person.button("web.session.go_on").waitFor();
      truthy((await page.locator("[role=status]").textContent()).length > 5, "something is said");
    }),

  "a nerve sign stops it, and the emergency questions come at once": (at) =>
    withPerson(at, {}, async (person, page) => {
      await toSession(person);
      await person.button("web.session.hurts").click();
      await person.button("ui.guide.hurt.nerve").click();
      await page.locator(".questions[data-screen=emergency_head]").waitFor();
      await person.answerAll({ ...well, stroke_signs: "yes" });
      equal(await person.level(), "emergency_now", "level");
      equal(await person.button("web.result.back_to_session").count(), 0, "ways back to the session");
    }),

  "stop, one question, the check again, and back into the session": (at) =>
    withPerson(at, {}, async (person, page) => {
      await toSession(person);
      await page.waitForTimeout(700);
      await person.button("web.session.stop").click();
      await person.button("ui.guide.why.done").click();
      await page.locator(".questions[data-screen=emergency_head]").waitFor();
      await person.answerAll(well);
      await person.button("web.result.back_to_session").click();
      await person.button("ui.guide.go_on.yes").click();
      await person.button("web.session.pause").waitFor();
    }),

  "a reload in mid-hold: it waited, the emergency questions come first, it goes on where it was": (at) =>
    withPerson(at, {}, async (person, page) => {
      await toSession(person, {}, true);
      await person.button("web.session.skip").click();
      await person.button("web.session.skip").click();
      await page.waitForFunction((word) => document.querySelector(".phase")?.textContent.includes(word), person.t("ui.guide.phase.hold"), { timeout: 30_000 });
      const name = await page.locator(".name").textContent();
      const before = await place(page);
      await page.reload();
      await page.goto(person.url);
      await person.button("web.today.go_on").click();
      await person.answerAll(well);
      await person.button("web.result.back_to_session").click();
      await person.button("web.session.go_on").waitFor();
      equal(await page.locator(".name").textContent(), name, "the technique");
      equal((await place(page)).split(",")[0], before.split(",")[0], "the place");
      await person.button("web.session.go_on").click();
      await person.button("web.session.pause").waitFor();
    }),

  "a reload at the session's own address leads to the emergency questions, and a sign there ends it": (at) =>
    withPerson(at, {}, async (person, page) => {
      await toSession(person, {}, true);
      await page.waitForTimeout(500);
      await page.reload();
      await person.button("web.today.go_on").click();
      await person.answerAll({ ...well, stroke_signs: "yes" });
      equal(await person.level(), "emergency_now", "level");
      await page.goto(`${person.url}#/today`);
      await page.getByRole("heading", { name: person.t("web.today.title") }).waitFor();
      equal(await person.button("web.today.go_on").count(), 0, "sessions to go on with");
    }),

  "a gap nobody saw is a pause": (at) =>
    withPerson(at, {}, async (person, page) => {
      await page.clock.install();
      await toSession(person);
      await page.clock.runFor(2000);
      const before = await place(page);
      await page.clock.fastForward(120_000); // a locked phone: timers fire once, late
      await page.clock.runFor(300);
      await person.button("web.session.go_on").waitFor();
      await page.getByText(person.t("session.paused.gap")).first().waitFor();
      equal((await place(page)).split(",")[0], before.split(",")[0], "the place");
    }),

  "a whole technique by the clock: the repetitions are counted and the next one comes": (at) =>
    withPerson(at, {}, async (person, page) => {
      await page.clock.install();
      await toSession(person);
      const first = await page.locator(".name").textContent();
      const seen = new Set();
      for (let second = 0; second < 60 && (await page.locator(".name").textContent()) === first; ++second) {
        await page.clock.runFor(1000);
        seen.add((await page.locator(".counters").textContent()).trim());
      }
      truthy(seen.size > 8, `counters seen: ${[...seen]}`);
      truthy((await page.locator(".name").textContent()) !== first, "the next technique");
    }),

  "a pop is noted with one tap and is no goal": (at) =>
    withPerson(at, {}, async (person, page) => {
      await toSession(person);
      await person.button("web.session.pop").click();
      await page.getByText(person.t("session.pop.painless")).waitFor();
      await person.button("web.session.pause").waitFor();
    }),

  "the space bar pauses, arrows skip, Escape stops": (at) =>
    withPerson(at, { size: "desktop" }, async (person, page) => {
      await toSession(person);
      const first = await page.locator(".name").textContent();
      await page.locator("body").press("Space");
      await person.button("web.session.go_on").waitFor();
      await page.locator("body").press("Space");
      await person.button("web.session.pause").waitFor();
      await page.locator("body").press("ArrowRight");
      await page.waitForFunction((name) => document.querySelector(".name")?.textContent !== name, first);
      await page.locator("body").press("Escape");
      await page.getByRole("heading", { name: person.t("ui.guide.why") }).waitFor();
    }),

  "every step is said in at most eight words, and told to a screen reader": (at) =>
    withPerson(at, {}, async (person, page) => {
      await toSession(person);
      const line = page.locator("p.line");
      equal(await line.getAttribute("aria-live"), "polite", "live");
      const words = (await line.textContent()).trim().split(/\s+/).length;
      truthy(words <= 8, `${words} words`);
    }),
});

// The whole way of a person, each of the five levels, and what a person changes their mind about.
import { equal, suite, truthy, withPerson } from "./harness.mjs";
import { toPlan, toSession, well } from "./person.mjs";

const levels = {
  go: {},
  gentle_with_modifications: { other_condition: "yes", migraine: "yes" },
  see_professional_first: { night_pain: "yes" },
  urgent_same_day: { weight_loss: "yes" },
  emergency_now: { stroke_signs: "yes" },
};

async function keptNothing(page) {
  const names = await page.evaluate(async () => [
    ...(await indexedDB.databases()).map((each) => each.name),
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
  ]);
  equal(names, [], "kept in the browser");
  equal(await page.evaluate(() => document.cookie), "", "cookies");
}

const tests = {
  "from the welcome page to the diary's question, and nothing is kept without consent": (at) =>
    withPerson(at, {}, async (person, page) => {
      await toSession(person);
      await person.skipToEnd();
      const scales = page.locator("fieldset");
      await scales.nth(0).getByRole("radio", { name: "1", exact: true }).check({ force: true });
      await scales.nth(1).getByRole("radio", { name: "3", exact: true }).check({ force: true });
      await page.getByRole("textbox").fill("better");
      await person.button("web.after.done").click();
      await page.getByRole("heading", { name: person.t("web.after.kept") }).waitFor();
      await keptNothing(page);
    }),

  "with consent the session is in the browser's store": (at) =>
    withPerson(at, {}, async (person, page) => {
      await toSession(person, {}, true);
      const kinds = await page.evaluate(
        () =>
          new Promise((resolve, reject) => {
            const request = indexedDB.open("limber");
            request.onerror = () => reject(request.error);
            request.onsuccess = () => {
              const all = request.result.transaction("events").objectStore("events").getAll();
              all.onsuccess = () => resolve(all.result.map((row) => row.plain.kind));
            };
          }),
      );
      for (const kind of ["consent", "screened", "session.started"]) truthy(kinds.includes(kind), `${kind} among ${kinds}`);
    }),

  "back goes a page back and shows the marks as they were": (at) =>
    withPerson(at, {}, async (person, page) => {
      await person.begin();
      const first = await person.title();
      await person.answer(well);
      truthy((await person.title()) !== first, "the second page");
      await page.goBack();
      await page.getByRole("heading", { name: first }).waitFor();
      const sign = page.locator("[data-fact=vision_or_eyelid]");
      await sign.locator("button.more").click();
      await sign.locator("button.not-sure").click();
      equal(await page.locator("li.unsure").count(), 1, "not sure");
      await person.button("web.next").click();
      await page.locator("article, .questions h1").first().waitFor();
    }),

  "changing an answer on the result opens the last page again": (at) =>
    withPerson(at, {}, async (person, page) => {
      await person.begin();
      await person.answerAll({ ...well, stroke_signs: "yes" });
      equal(await person.level(), "emergency_now", "level");
      await person.button("web.result.change").click();
      await page.locator("[data-fact=stroke_signs].yes").waitFor();
      await page.locator("[data-fact=stroke_signs]").getByRole("checkbox").uncheck({ force: true });
      await page.locator(".questions .actions .main").click();
      await page.waitForFunction(() => document.querySelector(".questions")?.dataset.screen === "emergency_body");
    }),

  "the progress never goes back and never promises less than comes": (at) =>
    withPerson(at, {}, async (person, page) => {
      await person.begin();
      let most = Infinity;
      let number = 0;
      while ((await page.locator(".questions").count()) > 0) {
        const [now, of] = (await page.locator(".progress p").textContent()).match(/\d+/g).map(Number);
        truthy(of <= most && now === number + 1 && now <= of, `page ${now} of ${of} after ${number} of ${most}`);
        [most, number] = [of, now];
        await person.answer({ ...well, other_condition: "yes", migraine: "yes" });
      }
    }),

  "swapping a technique puts another one in": (at) =>
    withPerson(at, { size: "desktop" }, async (person, page) => {
      await toPlan(person);
      const names = () => page.locator("section:nth-of-type(2) article h3").allTextContents();
      const before = await names();
      await page.locator("button.swap").first().click();
      await page.locator("dialog li button").first().click();
      await page.locator("dialog").waitFor({ state: "detached" });
      const after = await names();
      truthy(!after.includes(before[0]) && after.length >= 1, `${before} became ${after}`);
    }),

  "another language changes every word at once": (at) =>
    withPerson(at, {}, async (person, page) => {
      await page.getByRole("button", { name: "Deutsch" }).click();
      await page.getByRole("heading", { name: "Locker werden" }).waitFor();
      equal(await page.evaluate(() => document.documentElement.lang), "de", "lang");
    }),
};

for (const [level, says] of Object.entries(levels)) {
  tests[`the answers end at ${level}, with what to do and whom to call`] = (at) =>
    withPerson(at, {}, async (person, page) => {
      await person.begin();
      await person.answerAll({ ...well, ...says });
      await page.locator("article h1").waitFor();
      equal(await person.level(), level, "level");
      const calls = await page.locator('a[href^="tel:"]').evaluateAll((all) => all.map((each) => each.getAttribute("href")));
      const wanted = { emergency_now: ["tel:999"], urgent_same_day: ["tel:111", "tel:999"] }[level] ?? [];
      equal(calls, wanted, "numbers to call in Great Britain");
      const plans = level === "go" || level === "gentle_with_modifications";
      equal(await person.button("web.result.plan").count(), plans ? 1 : 0, "ways to a plan");
      truthy((await page.getByText(person.t("notice.not_reviewed")).count()) > 0, "the notice that no clinician has reviewed it");
    });
}

await suite("way", tests);

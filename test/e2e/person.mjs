// A person at the page, who knows only what can be seen: roles and names, in plain steps. Texts come
// from the catalogue, so that the same person reads English and German.
import { readFileSync, readdirSync } from "node:fs";

const folder = new URL("../../knowledge/texts/", import.meta.url);

export function catalogue(language) {
  const files = readdirSync(folder).filter((name) => name.split(".")[0] === language);
  return Object.assign({}, ...files.map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8"))));
}

export class Person {
  constructor(page, url, language = "en") {
    this.page = page;
    this.url = url;
    this.words = catalogue(language);
  }

  t(key, args = {}) {
    const text = this.words[key];
    if (text === undefined) throw new Error(`no text ${key}`);
    return text.replace(/\{(\w+)\}/g, (_, name) => args[name]);
  }

  button(key, args) {
    return this.page.getByRole("button", { name: this.t(key, args), exact: true });
  }

  async open() {
    await this.page.goto(this.url);
    await this.page.getByRole("heading", { level: 1 }).waitFor();
  }

  // From the welcome page to the first question.
  async begin(save = false) {
    await this.button("web.welcome.begin").click();
    await this.button(save ? "web.consent.yes" : "web.consent.no").click();
    await this.page.locator(".questions h1").waitFor();
  }

  // What the open page of questions asks, as facts know it: by the words of its lines.
  async title() {
    return (await this.page.locator(".questions h1").textContent()).trim();
  }

  // Answers the open page. `says`: fact -> "yes" | "not_sure" | number | option; the rest is fine.
  async answer(says) {
    const { page } = this;
    const before = await page.locator(".questions").getAttribute("data-screen");
    for (const fact of await page.locator("[data-fact]").evaluateAll((all) => all.map((each) => each.dataset.fact))) {
      const said = says[fact];
      const at = page.locator(`[data-fact="${fact}"]`);
      const kind = await at.getAttribute("data-kind");
      // To the middle, where no bar lies over it.
      await at.evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
      if (kind === "yes_no") {
        if (said === "yes") await at.getByRole("checkbox").check({ force: true });
        if (said === "not_sure") {
          await at.locator("button.more").click();
          await at.locator("button.not-sure").click();
        }
      } else if (said === undefined) {
        throw new Error(`${fact} is asked, and there is nothing to say`);
      } else if (said === "not_sure") {
        await at.locator("button.not-sure").click();
      } else if (kind === "number") {
        const field = at.locator("input[type=text]");
        if ((await field.count()) > 0) await field.fill(String(said));
        else await at.getByRole("radio", { name: String(said), exact: true }).check({ force: true });
      } else {
        await at.locator(`input[value="${said}"]`).check({ force: true });
      }
    }
    const none = page.locator(".questions label.none input");
    const marked = (await page.locator("li.yes, li.unsure").count()) > 0;
    if ((await none.count()) > 0 && !marked) {
      await none.evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
      await none.check({ force: true });
    }
    await page.locator(".questions .actions .main").click();
    await page.waitForFunction(
      (screen) => document.querySelector(".questions")?.getAttribute("data-screen") !== screen,
      before,
    );
    return before;
  }

  // All pages until there are none: the check, or the wishes.
  async answerAll(says) {
    const asked = [];
    await this.page.locator(".questions h1").waitFor();
    while ((await this.page.locator(".questions").count()) > 0) asked.push(await this.answer(says));
    return asked;
  }

  // Skips what is left of a session. The screen may move on by itself between a look and a click, so a
  // click that finds no button is no trouble; never reaching the end is.
  async skipToEnd() {
    const skip = this.button("web.session.skip");
    const finished = this.page.getByRole("heading", { name: this.t("session.finished") });
    for (let clicks = 0; clicks < 40; ++clicks) {
      await skip.or(finished).first().waitFor();
      if (await finished.isVisible()) return;
      await skip.click({ timeout: 1_000 }).catch(() => {});
    }
    throw new Error("40 clicks on skip did not end the session");
  }

  async level() {
    return this.page.locator("article[data-level]").getAttribute("data-level");
  }
}

// A healthy person of 42 with a stiff upper back and neck at a desk.
export const well = {
  age: 42,
  pain_now: 2,
  weeks: 3,
  eases_with_movement: "yes",
  stiff_neck: "yes",
  stiff_upper_back: "yes",
  kit_chair: "yes",
  position: "desk",
  minutes: 8,
};

/** From the welcome page to a plan; `more` is said besides what a well person says. */
export async function toPlan(person, more = {}, save = false) {
  await person.begin(save);
  await person.answerAll({ ...well, ...more });
  await person.button("web.result.plan").click();
  await person.page.locator(".questions h1").waitFor();
  await person.answerAll({ ...well, ...more });
  await person.button("web.plan.start").waitFor();
}

export async function toSession(person, more = {}, save = false) {
  await toPlan(person, more, save);
  await person.button("web.plan.start").click();
  await person.page.getByRole("radio", { name: "2", exact: true }).check({ force: true });
  await person.button("web.next").click();
  await person.button("web.session.hurts").waitFor();
}

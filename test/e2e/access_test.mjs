// Anyone can use it: axe finds nothing on any screen in any theme, language and size; every target is
// big enough; nothing is lost at 320 pixels, with letters twice as big, or without motion; and the
// whole way can be gone with the keyboard alone.
import { axeSource } from "./browser.mjs";
import { suite, truthy, withPerson } from "./harness.mjs";
import { well } from "./person.mjs";
import { walk } from "./screens.mjs";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function violations(page) {
  await page.evaluate(axeSource);
  return page.evaluate(async (wanted) => {
    const found = await axe.run(document, { runOnly: { type: "tag", values: wanted }, resultTypes: ["violations"] });
    return found.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(" ")).slice(0, 3).join(", ")}`);
  }, tags);
}

// Whatever can be pressed: at least 44 by 44 pixels (a link within a sentence is a link within a
// sentence). An unseen input counts as the label that carries it.
function smallTargets(page) {
  return page.evaluate(() => {
    const small = [];
    for (const element of document.querySelectorAll("button, a[href], input, select, textarea, summary")) {
      const carrier = element.matches("input") ? (element.closest("label") ?? element) : element;
      if (carrier.closest("[inert]") !== null || carrier.checkVisibility() === false) continue;
      const box = carrier.getBoundingClientRect();
      if (box.width === 0 || box.bottom < -10) continue;
      if (element.matches("p a, li a, .skip") && getComputedStyle(element).display === "inline") continue;
      if (box.width < 43.9 || box.height < 43.9) {
        small.push(`${element.tagName} "${(element.textContent || element.ariaLabel || "").trim().slice(0, 30)}" ${Math.round(box.width)}x${Math.round(box.height)}`);
      }
    }
    return small;
  });
}

const overflow = (page) =>
  page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return "";
    const wide = [...document.querySelectorAll("body *")].filter((each) => each.getBoundingClientRect().right > room + 1);
    return wide.slice(0, 3).map((each) => `${each.tagName}.${each.className} ${Math.round(each.getBoundingClientRect().right)}>${room}`).join("; ");
  });

const tests = {};
for (const colorScheme of ["light", "dark"]) {
  for (const language of ["en", "de"]) {
    for (const size of ["phone", "desktop"]) {
      tests[`axe finds nothing: ${colorScheme}, ${language}, ${size}`] = (at) =>
        withPerson(at, { colorScheme, language, size, reducedMotion: "reduce" }, async (person, page) => {
          const found = [];
          await walk(person, async (screen) => {
            found.push(...(await violations(page)).map((each) => `${screen}: ${each}`));
          });
          truthy(found.length === 0, found.join(" | "));
        });
    }
  }
}

Object.assign(tests, {
  "every target is at least 44 pixels": (at) =>
    withPerson(at, { reducedMotion: "reduce" }, async (person, page) => {
      const found = [];
      await walk(person, async (screen) => found.push(...(await smallTargets(page)).map((each) => `${screen}: ${each}`)));
      truthy(found.length === 0, found.join(" | "));
    }),

  "320 pixels wide: nothing sticks out": (at) =>
    withPerson(at, { language: "de", viewport: { width: 320, height: 640 } }, async (person, page) => {
      const found = [];
      await walk(person, async (screen) => {
        const wide = await overflow(page);
        if (wide !== "") found.push(`${screen}: ${wide}`);
      });
      truthy(found.length === 0, found.join(" | "));
    }),

  "letters twice as big: nothing sticks out, and that hurts is in sight": (at) =>
    withPerson(at, { viewport: { width: 640, height: 900 } }, async (person, page) => {
      const found = [];
      await walk(person, async (screen) => {
        await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
        const wide = await overflow(page);
        if (wide !== "") found.push(`${screen}: ${wide}`);
        if (screen === "session-hold") {
          const box = await person.button("web.session.hurts").boundingBox();
          if (box === null || box.y + box.height > 901) found.push("that hurts is out of sight");
        }
        await page.evaluate(() => (document.documentElement.style.fontSize = ""));
      });
      truthy(found.length === 0, found.join(" | "));
    }),

  "less motion: the breath and the figure stand still": (at) =>
    withPerson(at, { reducedMotion: "reduce" }, async (person, page) => {
      await walk(
        person,
        async (screen) => {
          if (screen !== "session-hold") return;
          const radius = () => page.locator("circle.breath").getAttribute("r");
          const before = await radius();
          await page.waitForTimeout(600);
          truthy(before === (await radius()), "the breath moved");
        },
        [],
      );
    }),

  "the whole way by keyboard alone": (at) =>
    withPerson(at, { size: "desktop" }, async (person, page) => {
      const press = (key) => page.keyboard.press(key);
      // Tab until what has the focus says this.
      const tabTo = async (text) => {
        for (let tries = 0; tries < 60; ++tries) {
          const name = await page.evaluate(() => (document.activeElement?.ariaLabel ?? document.activeElement?.textContent ?? "").trim());
          if (name === text) return;
          await press("Tab");
        }
        throw new Error(`no way to "${text}" with the Tab key`);
      };
      await tabTo(person.t("web.welcome.begin"));
      await press("Enter");
      await person.button("web.consent.no").waitFor();
      await tabTo(person.t("web.consent.no"));
      await press("Enter");
      await page.locator(".questions h1").waitFor();
      while ((await page.locator(".questions").count()) > 0) {
        const screen = await page.locator(".questions").getAttribute("data-screen");
        for (const at of await page.locator("[data-fact]").all()) {
          const fact = await at.getAttribute("data-fact");
          const said = well[fact];
          const field = at.locator("input").first();
          const kind = await at.getAttribute("data-kind");
          if (said === undefined || (kind === "yes_no" && said !== "yes")) continue;
          await field.focus();
          if (kind === "yes_no") await press("Space");
          else if ((await field.getAttribute("type")) === "text") await page.keyboard.type(String(said));
          else {
            await press("Space");
            while (!(await at.locator("input").evaluateAll((all, text) => all.some((each) => each.checked && (each.value === text || each.parentElement.textContent.trim() === text)), String(said)))) await press("ArrowRight");
          }
        }
        const none = page.locator(".questions label.none input");
        if ((await none.count()) > 0 && (await page.locator("li.yes").count()) === 0) {
          await none.focus();
          await press("Space");
        }
        await page.locator(".questions .actions .main").focus();
        await press("Enter");
        await page.waitForFunction((before) => document.querySelector(".questions")?.dataset.screen !== before, screen);
        await page.locator(".questions, article").first().waitFor();
        if ((await page.locator("article[data-level]").count()) > 0) {
          await tabTo(person.t("web.result.plan"));
          await press("Enter");
          await page.locator(".questions h1").waitFor();
        }
      }
      await tabTo(person.t("web.plan.start"));
      await press("Enter");
      await page.getByRole("radio", { name: "0", exact: true }).focus();
      await press("Space");
      await tabTo(person.t("web.next"));
      await press("Enter");
      await person.button("web.session.hurts").waitFor();
      await tabTo(person.t("web.session.hurts"));
      await press("Enter");
      await page.getByRole("heading", { name: person.t("ui.guide.hurt") }).waitFor();
      await press("Escape");
      await page.getByRole("heading", { name: person.t("ui.guide.why") }).waitFor();
    }),
});

await suite("access", tests);

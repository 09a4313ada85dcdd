// Anyone can use it: axe finds nothing on any screen in any theme, language and size; every target is
// big enough; nothing is lost at 320 pixels, with letters twice as big, with much longer words, from
// right to left, or without motion; and the whole way can be gone with the keyboard alone.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { axeSource, sizes } from "./browser.mjs";
import { equal, suite, truthy, withPerson } from "./harness.mjs";
import { toSession, well } from "./person.mjs";
import { walk } from "./screens.mjs";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// All that a change of colours can change.
const colours = ["color-contrast", "link-in-text-block"];

async function violations(page, runOnly) {
  if (await page.evaluate(() => !("axe" in window))) await page.evaluate(axeSource);
  return page.evaluate(async (wanted) => {
    const found = await axe.run(document, { runOnly: wanted, resultTypes: ["violations"] });
    return found.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(" ")).slice(0, 3).join(", ")}`);
  }, runOnly);
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

// What lies beside the page, or is cut off within its box: text that nobody can read.
function lost(page) {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    const said = (each, what) => `${each.tagName}.${each.getAttribute("class")} "${each.textContent.trim().slice(0, 24)}" ${what}`;
    const found = [];
    if (document.documentElement.scrollWidth > room) found.push(`the page is ${document.documentElement.scrollWidth} wide in ${room}`);
    for (const each of document.querySelectorAll("body *")) {
      if (each.closest(".unseen, .skip, svg, [inert]") !== null || !each.checkVisibility()) continue;
      const box = each.getBoundingClientRect();
      const scrolls = each.parentElement.closest(".scroll") !== null;
      if (!scrolls && box.width > 0 && (box.right > room + 1 || box.left < -1)) found.push(said(each, `from ${Math.round(box.left)} to ${Math.round(box.right)} of ${room}`));
      // A field scrolls what is typed into it; a chosen country may be cut.
      const cuts = getComputedStyle(each).overflowX === "hidden" || each.matches("button, label, summary");
      if (cuts && each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0) found.push(said(each, `${each.scrollWidth} wide in ${each.clientWidth}`));
    }
    return found.slice(0, 3);
  });
}

// What is to be done now must stand above what can be pressed.
async function coveredStep(page) {
  const line = await page.locator("p.line").boundingBox();
  const controls = await page.locator(".controls").boundingBox();
  return line.y + line.height <= controls.y + 1 ? [] : [`the step ends at ${line.y + line.height}, the controls begin at ${controls.y}`];
}

// One walk through every screen for a language and a size sees all that is asked of it there; the tests
// below ask one thing each.
const walks = new Map();

function seen(at, name, options, look) {
  if (!walks.has(name)) {
    const found = {};
    const add = (what, screen, troubles) => (found[what] ??= []).push(...troubles.map((each) => `${screen}: ${each}`));
    const walked = withPerson(at, { reducedMotion: "reduce", ...options }, (person, page) => look(person, page, add));
    // What did not come to its end is walked again by whoever asks again.
    const done = walked.then(() => found, (trouble) => (walks.delete(name), Promise.reject(trouble)));
    walks.set(name, done);
  }
  return walks.get(name);
}

const nothing = (found, what) => {
  truthy(found[what] !== undefined, `nobody looked for ${what}`);
  equal(found[what], [], what);
};

async function atSize(page, viewport, letters, look) {
  const before = page.viewportSize();
  await page.setViewportSize(viewport);
  await page.evaluate((size) => (document.documentElement.style.fontSize = size), letters);
  await look();
  await page.evaluate(() => (document.documentElement.style.fontSize = ""));
  await page.setViewportSize(before);
}

const inLanguage = (at, language, size) =>
  seen(at, `${language}, ${size}`, { language, size }, (person, page, add) =>
    walk(person, async (screen) => {
      await page.emulateMedia({ colorScheme: "light" });
      add("light", screen, await violations(page, { type: "tag", values: tags }));
      for (const [what, media] of [
        ["dark", { colorScheme: "dark" }],
        ["dark, more contrast", { colorScheme: "dark", contrast: "more" }],
        ["light, more contrast", { colorScheme: "light", contrast: "more" }],
      ]) {
        await page.emulateMedia(media);
        add(what, screen, await violations(page, { type: "rule", values: colours }));
      }
      await page.emulateMedia({ colorScheme: "light", contrast: "no-preference" });
      if (size !== "phone") return;
      add("targets", screen, await smallTargets(page));
      await atSize(page, { width: 320, height: 640 }, "", async () => {
        add("320", screen, await lost(page));
        if (screen === "session-hold") add("320", screen, await coveredStep(page));
      });
      await atSize(page, { width: 640, height: 900 }, "200%", async () => {
        add("200 %", screen, await lost(page));
        if (screen !== "session-hold") return;
        const box = await person.button("web.session.hurts").boundingBox();
        if (box === null || box.y + box.height > 901) add("200 %", screen, ["that hurts is out of sight"]);
      });
    }),
  );

// The English of the page in a language that nobody speaks (tools/pseudo_texts.h).
function pseudo(language) {
  const build = process.env.LIMBER_BUILD_DIR ?? join(import.meta.dirname, "../../build/dev");
  const folder = mkdtempSync(join(tmpdir(), "limber-pseudo-"));
  const [from, to] = [join(build, "knowledge/knowledge.en.json"), join(folder, "pseudo.json")];
  const made = spawnSync(join(build, "limber_pseudo"), [from, to], { encoding: "utf8" });
  if (made.status !== 0) throw new Error(`limber_pseudo: ${made.error ?? made.stderr}`);
  const knowledge = JSON.parse(readFileSync(to, "utf8"));
  rmSync(folder, { recursive: true });
  knowledge.texts = { en: knowledge.texts[language] };
  return knowledge;
}

const inPseudo = (at, language, direction) =>
  seen(at, language, { serviceWorkers: "block", opens: false }, async (person, page, add) => {
    const knowledge = pseudo(language);
    const body = JSON.stringify(knowledge);
    await page.route(/knowledge\.en[^/]*\.json/, (route) => route.fulfill({ body, contentType: "application/json" }));
    await page.addInitScript((dir) => {
      document.addEventListener("readystatechange", () => (document.documentElement.dir = dir));
    }, direction);
    person.words = knowledge.texts.en;
    await person.open();
    await walk(person, async (screen) => {
      add("phone", screen, await lost(page));
      add("targets", screen, await smallTargets(page));
      await atSize(page, { width: 320, height: 640 }, "", async () => add("320", screen, await lost(page)));
      await atSize(page, sizes.desktop.viewport, "", async () => add("desktop", screen, await lost(page)));
    });
  });

const tests = {};
const ask = (title, find, what) => (tests[title] = async (at) => nothing(await find(at), what));
const themes = ["light", "dark", "light, more contrast", "dark, more contrast"];
const pseudoSizes = ["phone", "320", "desktop", "targets"];
const way = (language, size) => (at) => inLanguage(at, language, size);
const longer = (at) => inPseudo(at, "xa", "ltr");
const mirrored = (at) => inPseudo(at, "xb", "rtl");
// What every walk sees first of all, then the rest: two walks go on at the same time.
for (const number of themes.keys()) {
  for (const language of ["en", "de"]) {
    for (const size of ["phone", "desktop"]) {
      ask(`axe finds nothing: ${themes[number]}, ${language}, ${size}`, way(language, size), themes[number]);
    }
  }
  ask(`texts 40 % longer: nothing is lost: ${pseudoSizes[number]}`, longer, pseudoSizes[number]);
  ask(`from right to left: nothing is lost: ${pseudoSizes[number]}`, mirrored, pseudoSizes[number]);
}
for (const language of ["en", "de"]) {
  ask(`every target is at least 44 pixels: ${language}`, way(language, "phone"), "targets");
  ask(`320 pixels wide: nothing is lost: ${language}`, way(language, "phone"), "320");
  ask(`letters twice as big: nothing is lost, and that hurts is in sight: ${language}`, way(language, "phone"), "200 %");
}

Object.assign(tests, {
  "less motion: the breath and the figure stand still": (at) =>
    withPerson(at, { reducedMotion: "reduce" }, async (person, page) => {
      await toSession(person);
      const picture = () => page.locator(".stage").evaluate((stage) => stage.querySelector("circle.breath").getAttribute("r") + stage.querySelector(".figure").innerHTML);
      const before = await picture();
      await page.waitForTimeout(600);
      equal(await picture(), before, "the picture");
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

await suite("access", tests, 2);

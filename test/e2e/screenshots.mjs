// A picture of every screen: node test/e2e/screenshots.mjs DIST FOLDER [SIZE-THEME-LANGUAGE]
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { launch, sizes, visitor } from "./browser.mjs";
import { Person } from "./person.mjs";
import { walk } from "./screens.mjs";
import { serve } from "./serve.mjs";

const [dist = "build/web/dist", folder = "build/screens", only] = process.argv.slice(2);
const site = await serve(resolve(dist));
const browser = await launch();
for (const [size, colorScheme, language] of [
  ["phone", "light", "en"],
  ["desktop", "light", "en"],
  ["phone", "dark", "en"],
  ["desktop", "dark", "de"],
  ["phone", "light", "de"],
]) {
  const name = `${size}-${colorScheme}-${language}`;
  if (only !== undefined && only !== name) continue;
  const to = join(folder, name);
  mkdirSync(to, { recursive: true });
  const locale = language === "de" ? "de-DE" : "en-GB";
  const { context, page } = await visitor(browser, { ...sizes[size], colorScheme, locale });
  const person = new Person(page, site.url, language);
  await person.open();
  let number = 0;
  await walk(person, async (screen) => {
    await page.waitForTimeout(250);
    await page.screenshot({ path: join(to, `${String(++number).padStart(2, "0")}-${screen}.png`) });
  });
  await context.close();
}
await browser.close();
await site.close();

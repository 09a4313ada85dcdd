// What a person sees of the figure, and in which units: chosen once, remembered, the same everywhere.
import { equal, suite, truthy, withPerson } from "./harness.mjs";
import { toPlan } from "./person.mjs";

const shirt = (page) => page.locator("svg[role=img] .fig-shirt").first().getAttribute("fill");

const settings = async (person, part) => {
  await person.page.goto(`${person.url}#/settings/${part}`);
  await person.page.locator(`#${part}`).waitFor();
};

const chooseRadio = (person, key) =>
  person.page.getByRole("radio", { name: person.t(key), exact: true }).check({ force: true });

await suite("look", {
  "skin and clothes of the figure are chosen and remembered": (at) =>
    withPerson(at, {}, async (person, page) => {
      await person.begin(true);
      await settings(person, "figure");
      const before = await shirt(page);
      await chooseRadio(person, "web.settings.figure.clothes.3");
      await chooseRadio(person, "web.settings.figure.skin.5");
      const chosen = await shirt(page);
      truthy(chosen !== before, `the shirt stayed ${before}`);
      await page.reload();
      await page.locator("#figure svg[role=img]").waitFor();
      equal(await shirt(page), chosen, "the shirt after a reload");
      truthy(await page.getByRole("radio", { name: person.t("web.settings.figure.skin.5") }).isChecked(), "the skin");
    }),

  "each technique of a plan tells how it goes, and shows the two commonest errors": (at) =>
    withPerson(at, {}, async (person, page) => {
      await toPlan(person);
      const names = await page.locator("article h3").allTextContents();
      for (const [number, name] of names.entries()) {
        await page.locator("button.how").nth(number).click();
        const sheet = page.getByRole("dialog", { name: name.trim() });
        await sheet.locator(".wrong svg[role=img]").first().waitFor();
        const told = await sheet.locator(".wrong svg[role=img]").evaluateAll((all) => all.map((each) => each.ariaLabel));
        equal(told.length, 2, `pictures of what goes wrong in ${name}`);
        const texts = await sheet.locator(".wrong li").allTextContents();
        for (const [at, text] of told.entries()) {
          truthy(text.includes(texts[at].trim()), `"${text}" says "${texts[at]}"`);
        }
        await sheet.getByRole("button", { name: person.t("web.close") }).click();
        await sheet.waitFor({ state: "detached" });
      }
    }),

  "the lab speaks the units of the country, and the chosen ones": (at) =>
    withPerson(at, { locale: "en-US" }, async (person, page) => {
      const shown = async () => {
        await page.goto(`${person.url}#/pop`);
        const values = page.locator("dl dd");
        await values.first().waitFor();
        return (await values.allTextContents()).map((value) => value.trim().replace(/^\S+\s/, ""));
      };
      equal(await shown(), ["lbf", "in", "psi", "in\u00b3"], "units in the United States");
      await settings(person, "look");
      await chooseRadio(person, "web.settings.units.metric");
      equal(await shown(), ["N", "mm", "kPa", "mm\u00b3"], "units chosen");
    }),
});

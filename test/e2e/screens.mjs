// Every screen a person can come to, in the order of the way. `see(name)` is called at each one.
import { well } from "./person.mjs";

const trouble = {
  gentle: { other_condition: "yes", migraine: "yes" },
  professional: { night_pain: "yes" },
  same_day: { weight_loss: "yes" },
  emergency: { stroke_signs: "yes" },
};

async function fresh(person) {
  await person.page.goto("about:blank");
  await person.open();
}

export async function walk(person, see, pages = ["diary", "pop", "learn", "settings"]) {
  const { page } = person;
  await see("welcome");
  await person.button("web.welcome.begin").click();
  await person.button("web.consent.no").waitFor();
  await see("consent");
  await person.button("web.consent.no").click();
  await page.locator(".questions h1").waitFor();
  await see("check");
  await page.locator("button.more").first().click();
  await page.locator("button.not-sure").first().click();
  await page.locator("[data-kind=yes_no]").nth(2).getByRole("checkbox").check({ force: true });
  await see("check-marked");
  await page.locator("[data-kind=yes_no]").nth(2).getByRole("checkbox").uncheck({ force: true });
  await page.locator("button.not-sure").first().click();
  await person.answer(well);
  await person.answer(well);
  await see("check-about-you");
  await person.answerAll(well);
  await page.locator("article h1").waitFor();
  await see("result-go");
  await person.button("web.result.plan").click();
  await page.locator(".questions h1").waitFor();
  await see("wishes");
  await person.answer(well);
  await see("wishes-session");
  await person.answerAll(well);
  await person.button("web.plan.start").waitFor();
  await see("plan");
  await page.locator("button.swap").first().click();
  await page.locator("dialog").waitFor();
  await see("plan-swap");
  await page.locator("dialog .top button").click();
  await person.button("web.plan.start").click();
  await page.getByRole("radio", { name: "2", exact: true }).waitFor();
  await see("session-before");
  await page.clock.install();
  await page.getByRole("radio", { name: "2", exact: true }).check({ force: true });
  await person.button("web.next").click();
  await person.button("web.session.skip").click();
  await person.button("web.session.skip").click();
  // By the page's own clock, so that nobody has to wait for the set-up and the way out.
  const phase = page.locator(".phase");
  for (let second = 0; !(await phase.textContent()).includes(person.t("ui.guide.phase.hold")); ++second) {
    if (second > 40) throw new Error("nothing is held");
    await page.clock.runFor(1000);
  }
  await see("session-hold");
  await person.button("web.session.pause").click();
  await person.button("web.session.go_on").waitFor();
  await see("session-paused");
  await person.button("web.session.hurts").click();
  await person.button("ui.guide.hurt.plain").waitFor();
  await see("session-hurts");
  await person.button("web.session.stop").click();
  await person.button("ui.guide.why.done").waitFor();
  await see("session-stopped");
  await person.button("ui.guide.why.done").click();
  await page.locator(".questions[data-screen=emergency_head]").waitFor();
  await see("check-after-stop");
  await person.answerAll(well);
  await person.button("web.result.back_to_session").waitFor();
  await see("result-after-stop");
  await person.button("web.result.back_to_session").click();
  await person.button("ui.guide.go_on.no").waitFor();
  await see("session-go-on");
  await person.button("ui.guide.go_on.no").click();
  await page.getByRole("textbox").waitFor();
  await see("after");
  await page.locator("fieldset").first().getByRole("radio", { name: "1", exact: true }).check({ force: true });
  await page.locator(".acts .main").click();
  await page.getByRole("heading", { name: person.t("web.after.kept") }).waitFor();
  await see("after-kept");
  await page.locator(".acts a.main").click();
  await page.getByRole("heading", { name: person.t("web.today.title") }).waitFor();
  await see("today");
  for (const name of pages) {
    await page.goto(`${person.url}#/${name}`);
    await page.waitForFunction((title) => document.title.startsWith(title), person.t(`web.title.${name}`));
    await page.getByRole("heading", { level: 1, name: person.t(`web.title.${name}`), exact: true }).waitFor();
    if (name === "settings") await page.locator("#figure").waitFor();
    await see(name);
  }
  for (const [level, says] of Object.entries(trouble)) {
    await fresh(person);
    await person.begin();
    await person.answerAll({ ...well, ...says });
    await page.locator("article h1").waitFor();
    await see(`result-${level}`);
  }
}

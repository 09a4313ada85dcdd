// Debian's Chromium through playwright-core, alone and without a network of its own.
import { createRequire } from "node:module";
import { chromium, chromiumFlags } from "../chromium_flags.mjs";

const require = createRequire(new URL("../../web/package.json", import.meta.url));
const playwright = require("playwright-core").chromium;
export const axeSource = require("axe-core").source;

export function launch() {
  return playwright.launch({ executablePath: chromium, args: chromiumFlags });
}

export const sizes = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
  desktop: { viewport: { width: 1280, height: 860 } },
};

// A fresh person: nothing stored. Every error of the page is an error of the test.
export async function visitor(browser, options = {}) {
  const context = await browser.newContext({ locale: "en-GB", ...options });
  const page = await context.newPage();
  const troubles = [];
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("console", (message) => {
    const text = message.text();
    // A static site has no server to ask: the journal finds that out by asking once.
    if (message.type() === "error" && !/api\/v1|404/.test(text)) troubles.push(text);
  });
  return { context, page, troubles };
}

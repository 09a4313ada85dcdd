// The same requests in a real browser. Serves one page with the content security policy of the real
// one, the cores and the trace of what Node's core answered; the page plays the trace again, says
// what differs, and the browser is closed. Needs chromium, and nothing from npm.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, chromiumFlags } from "../chromium_flags.mjs";

const PATIENCE_MS = 120_000;
const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";
const TYPES = { html: "text/html", mjs: "text/javascript", wasm: "application/wasm", json: "application/json" };
const own = (file) => readFileSync(new URL(file, import.meta.url));

/** Resolves to [{name, why}], one per scenario; `why` is empty where all was the same. */
export async function inChromium({ files, knowledge, traces }) {
  const served = new Map([
    ["/", ["html", own("page.html")]],
    ["/page.mjs", ["mjs", own("page.mjs")]],
    ["/host.mjs", ["mjs", own("host.mjs")]],
    ["/instance.mjs", ["mjs", own("../../web/src/core/instance.mjs")]],
    ["/core.wasm", ["wasm", readFileSync(files.core)]],
    ["/lab.wasm", ["wasm", readFileSync(files.lab)]],
    ["/knowledge.json", ["json", knowledge]],
    ["/traces.json", ["json", JSON.stringify(traces)]],
  ]);
  const profile = mkdtempSync(join(tmpdir(), "limber-chromium-"));
  let browser, server;
  try {
    return await new Promise((resolve, reject) => {
      server = createServer((request, response) => {
        if (request.method === "POST") return void read(request).then((text) => resolve(JSON.parse(text)), reject);
        const [type, body] = served.get(request.url) ?? [];
        if (!body) return void response.writeHead(404).end();
        response.writeHead(200, { "content-type": TYPES[type], "content-security-policy": POLICY }).end(body);
      });
      server.listen(0, "127.0.0.1", () => {
        const address = `http://127.0.0.1:${server.address().port}/`;
        browser = spawn(chromium, [...chromiumFlags, `--user-data-dir=${profile}`, address], { stdio: "ignore", detached: true });
        browser.on("error", reject);
        browser.on("exit", (code) => reject(new Error(`the browser ended with ${code}`)));
      });
      setTimeout(() => reject(new Error("the browser did not answer")), PATIENCE_MS).unref();
    });
  } catch (problem) {
    return [{ name: "the browser", why: problem.message }];
  } finally {
    browser?.removeAllListeners("exit");
    await ended(browser);
    server?.closeAllConnections?.();
    server?.close();
    await remove(profile);
  }
}

function ended(browser) {
  if (!browser || browser.exitCode !== null) return undefined;
  return new Promise((resolve) => {
    browser.once("exit", resolve);
    process.kill(-browser.pid); // its helpers, too
  });
}

// The last helpers may still be writing when the browser itself is gone.
async function remove(folder) {
  for (let tries = 0; tries < 20; ++tries) {
    try {
      return rmSync(folder, { recursive: true, force: true });
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return undefined;
}

async function read(request) {
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8");
}

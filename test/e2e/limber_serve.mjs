// A real `limber serve` with a record of its own, and what the terminal says of that record.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const limber = process.argv[3] ?? fileURLToPath(new URL("../../build/dev/limber", import.meta.url));

export class Limber {
  data = mkdtempSync(join(tmpdir(), "limber-e2e-"));
  said = "";

  run(...words) {
    return execFileSync(limber, ["--data", this.data, ...words], { encoding: "utf8" });
  }

  // Resolves when it has said its addresses. Started again, it has the same port.
  async serve(...options) {
    this.said = "";
    const words = ["serve", "--no-open", "--port", String(this.port ?? 0), "--data", this.data, ...options];
    this.child = spawn(limber, words);
    await new Promise((resolve, reject) => {
      const hear = (bytes) => {
        this.said += bytes;
        const address = /http:\/\/127\.0\.0\.1:(\d+)\/\S+/.exec(this.said);
        const phone = /https:\/\/\S+/.exec(this.said);
        if (!address || (options.includes("--tls") && !phone)) return;
        [this.url, this.port, this.phoneUrl] = [address[0], address[1], phone?.[0]];
        resolve();
      };
      this.child.stdout.on("data", hear);
      this.child.stderr.on("data", hear);
      this.child.once("exit", () => reject(new Error(`limber serve ended: ${this.said}`)));
    });
  }

  // As a cut of power would: nothing of it is said to anybody.
  async kill() {
    const gone = new Promise((resolve) => this.child.once("exit", resolve));
    this.child.kill("SIGKILL");
    await gone;
  }

  // Every event of the record, as the terminal exports it.
  events() {
    const file = join(this.data, "export.json");
    this.run("export", file);
    const document = JSON.parse(readFileSync(file, "utf8"));
    rmSync(file);
    return document.events;
  }

  close() {
    this.child?.removeAllListeners("exit");
    this.child?.kill("SIGTERM");
    rmSync(this.data, { recursive: true, force: true });
  }
}

export async function until(what, done) {
  for (let tries = 0; tries < 150; ++tries) {
    if (await done()) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`never: ${what}`);
}

import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

// A cold machine may need seconds to read what a test imports; a test that hangs still ends.
export default defineConfig({
  plugins: [svelte()],
  // The files that C++ made have no addresses here: what fetches them is not for a unit test.
  resolve: { alias: { "virtual:limber": new URL("./test/no_files.ts", import.meta.url).pathname } },
  test: { include: ["test/**/*.test.ts"], environment: "node", testTimeout: 60_000, hookTimeout: 60_000 },
});

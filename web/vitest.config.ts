import { defineConfig } from "vitest/config";

// A cold machine may need seconds to read what a test imports; a test that hangs still ends.
export default defineConfig({
  test: { include: ["test/**/*.test.ts"], environment: "node", testTimeout: 60_000, hookTimeout: 60_000 },
});

import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 20_000,
    // Modules keep no state that tests could leave behind, and loading them anew for each file took half of the time.
    isolate: false,
  },
});

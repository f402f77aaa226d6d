import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    // Modules keep no state that tests could leave behind, and loading them anew for each file took half of the time.
    isolate: false,
    // By itself one processor is kept free, which leaves one of two: much of the suite waits for processes and clocks.
    maxWorkers: "100%",
  },
});

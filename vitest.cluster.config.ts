import { defineConfig } from "vitest/config";

/** Tests over real nodes of OpenSearch, which take a minute: `npm run test:cluster`. */
export default defineConfig({
  test: {
    include: ["test/**/*.cluster.ts"],
    globalSetup: ["test/cluster/running-node.ts"],
    testTimeout: 120_000,
    fileParallelism: false,
  },
});

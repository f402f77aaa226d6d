import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** From the start of the process to an answer over the shipped articles, in milliseconds; the best of three. */
export function measureColdStart(): number {
  const main = fileURLToPath(new URL("../adapters/main.js", import.meta.url));
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    spawnSync(process.execPath, [main, "ask", "ما وحدة معالجة الرسوميات؟", "--corpus", "corpus"], {
      stdio: "ignore",
    });
    return performance.now() - start;
  });
  return Math.min(...times);
}

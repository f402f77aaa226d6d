import { type Check, checkCluster, loadCorpus, openCluster } from "../../../src/index.ts";
import type { OpenSearchSettings } from "../../runtime/opensearch-settings.ts";
import { EXIT_CONFIG } from "../../runtime/run-adapters.ts";
import { type Streams, writeLine } from "../streams.ts";

export interface DoctorOptions {
  readonly opensearch: OpenSearchSettings | undefined;
  readonly namedCorpus: string | undefined;
}

const MARKS: Readonly<Record<Check["level"], string>> = { fine: "ok  ", warning: "look", fault: "BAD " };

/**
 * Prints what was looked at, a line each, with the cure of what is wrong. Wrong settings have ended the program before. The exit code is 78 when
 * questions cannot be answered.
 */
export async function doctor(streams: Streams, { opensearch, namedCorpus }: DoctorOptions): Promise<number> {
  const checks = await checksOf(opensearch, namedCorpus);
  for (const { level, text } of checks) await writeLine(streams.output, `${MARKS[level]}  ${text}`);
  return checks.some(({ level }) => level === "fault") ? EXIT_CONFIG : 0;
}

async function checksOf(
  opensearch: OpenSearchSettings | undefined,
  namedCorpus: string | undefined,
): Promise<readonly Check[]> {
  const settings: Check = { level: "fine", text: "The settings can be read." };
  if (opensearch === undefined) {
    const text = "OPENSEARCH_URL is not set: articles are read from their folder, and kept in this process.";
    return [settings, { level: "fine", text }];
  }
  // A process that only asks the cluster has no folder of its own.
  const folder = namedCorpus === undefined ? undefined : (await loadCorpus(namedCorpus)).corpus;
  const cluster = await openCluster(opensearch);
  try {
    const checks = await checkCluster(
      cluster,
      opensearch.prefix,
      folder && { articles: folder.articles.length },
    );
    return [settings, ...checks];
  } finally {
    await cluster.close();
  }
}

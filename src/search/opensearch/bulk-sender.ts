import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import type { OpenSearchCluster } from "./cluster.ts";
import { OpenSearchError } from "./cluster-error.ts";
import { documentId, type StoredArticle, type StoredDocument } from "./stored-documents.ts";

/** Sends documents in batches, so many at once as a cluster takes well. */
export interface BulkSender {
  /** Waits for room where too much is under way. An article's own document is sent when all that was added before is there. */
  add(document: StoredDocument): Promise<void>;
  /** Waits until all is there. */
  finish(): Promise<void>;
}

export interface BulkOptions {
  /** An alias: without it nothing is written. */
  readonly alias: string;
  /** Called with the number of passages that are there now besides those of before. */
  readonly onSent: (passages: number) => void;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds before a batch is sent again; doubles with each time. */
  readonly firstPause?: number;
}

/** Characters of a batch, about: 5 MB are sent fastest, and Arabic letters are two bytes. */
const BATCH_LENGTH = 3_000_000;
const AT_ONCE = 3;
/** Milliseconds of one batch, and of all its tries together. */
const BATCH_DEADLINE = 60_000;
const GIVE_UP_AFTER = 300_000;
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 10_000;

interface Batch {
  readonly lines: string[];
  length: number;
  passages: number;
}

/** @throws OpenSearchError from `add` or `finish` when a document is not taken, or the cluster takes nothing for five minutes */
export function createBulkSender(cluster: OpenSearchCluster, options: BulkOptions): BulkSender {
  const { onSent } = options;
  const underWay = new Set<Promise<void>>();
  let batch = emptyBatch();
  /** Articles whose passages are in a batch that is not there yet, and articles that may be sent. */
  let waiting: StoredArticle[] = [];
  let ready: StoredArticle[] = [];
  let before: Promise<void> = Promise.resolve();
  let failure: { readonly error: unknown } | undefined;

  function put(document: StoredDocument): void {
    const line = `{"index":{"_id":"${documentId(document)}"}}\n${JSON.stringify(document)}\n`;
    batch.lines.push(line);
    batch.length += line.length;
    if (document.kind === "passage") batch.passages++;
  }

  async function flush(): Promise<void> {
    if (batch.lines.length === 0 && waiting.length === 0) return;
    while (underWay.size >= AT_ONCE) await Promise.race(underWay);
    if (failure) throw failure.error;
    const { lines, passages } = batch;
    const articles = waiting;
    batch = emptyBatch();
    waiting = [];
    const earlier = before;
    const sent = (lines.length === 0 ? Promise.resolve() : sendBatch(cluster, options, lines)).then(() =>
      onSent(passages),
    );
    const done = sent
      .then(() => earlier)
      .then(() => {
        ready.push(...articles);
      });
    before = done;
    const settled = done
      .catch((error: unknown) => {
        failure ??= { error };
      })
      .finally(() => underWay.delete(settled));
    underWay.add(settled);
  }

  function putReady(): void {
    const articles = ready;
    ready = [];
    for (const article of articles) put(article);
  }

  async function drain(): Promise<void> {
    await flush();
    await Promise.all(underWay);
    if (failure) throw failure.error;
  }

  return {
    async add(document) {
      if (failure) throw failure.error;
      if (document.kind === "article") waiting.push(document);
      else put(document);
      putReady();
      if (batch.length >= BATCH_LENGTH) await flush();
    },
    async finish() {
      await drain();
      while (ready.length > 0) {
        putReady();
        await drain();
      }
    },
  };
}

function emptyBatch(): Batch {
  return { lines: [], length: 0, passages: 0 };
}

const bulkAnswer = z.object({
  errors: z.boolean(),
  items: z
    .array(
      z.record(
        z.string(),
        z.object({ status: z.number(), error: z.object({ type: z.string() }).optional() }),
      ),
    )
    .optional(),
});

/** Sends lines until all are taken; what a busy cluster left out is sent again. */
async function sendBatch(
  cluster: OpenSearchCluster,
  { alias, signal, firstPause = FIRST_PAUSE }: BulkOptions,
  lines: readonly string[],
): Promise<void> {
  const began = performance.now();
  let left = lines;
  for (let tries = 0; left.length > 0; tries++) {
    let fault = new OpenSearchError("busy", "the cluster is busy");
    try {
      left = await tryBatch(cluster, alias, left, signal);
    } catch (error) {
      if (!(error instanceof OpenSearchError) || !PASSING.has(error.fault)) throw error;
      fault = error;
    }
    if (left.length === 0) return;
    if (performance.now() - began > GIVE_UP_AFTER) throw fault;
    await pause(Math.min(LONGEST_PAUSE, firstPause * 2 ** tries), undefined, signal && { signal });
  }
}

const PASSING: ReadonlySet<string> = new Set(["unreachable", "unavailable", "busy"]);

/** The lines that must be sent again. */
async function tryBatch(
  cluster: OpenSearchCluster,
  alias: string,
  lines: readonly string[],
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const answer = await cluster.ask(
    {
      method: "POST",
      path: `/${alias}/_bulk`,
      query: { require_alias: true, filter_path: "errors,items.*.status,items.*.error.type" },
      lines: lines.join(""),
    },
    { isHedged: false, deadline: BATCH_DEADLINE, signal },
  );
  const { data } = bulkAnswer.safeParse(answer);
  if (data === undefined)
    throw new OpenSearchError("refused", "the cluster answers a bulk request otherwise");
  if (!data.errors) return [];
  return lines.filter((_, i) => {
    const { status, error } = Object.values(data.items?.[i] ?? {})[0] ?? { status: 503 };
    if (error === undefined) return status >= 300;
    if (status === 429 || status >= 502) return true;
    throw new OpenSearchError("refused", `a document is not taken (HTTP ${status}, ${error.type})`);
  });
}

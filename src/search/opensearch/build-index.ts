import { setTimeout as pause } from "node:timers/promises";
import { OperatorError } from "../../corpus/operator-error.ts";
import { type CopiedRun, copyRuns, extendRuns } from "./article-copies.ts";
import { groupsOf } from "./article-groups.ts";
import { expectNoBuilder, holdLease } from "./build-lease.ts";
import { type BuildProgress, createBuildMeter } from "./build-meter.ts";
import { createBulkSender } from "./bulk-sender.ts";
import type { OpenSearchCluster } from "./cluster.ts";
import { articlesOf, type IndexCounts, type KnownArticle } from "./index-contents.ts";
import {
  addReplicas,
  deleteIndex,
  deleteReplaced,
  goLive,
  mergeSegments,
  reopen,
  verifyCounts,
} from "./index-publication.ts";
import { ADMIN_PATIENCE, buildingAlias, indicesOf, versionedName } from "./indices.ts";
import { INDEX_FORMAT, indexBody, type NewDocument } from "./stored-documents.ts";

export interface BuildOptions {
  /** The alias under which the corpus is asked; the names of its indices begin with it. */
  readonly prefix: string;
  readonly shards: number;
  /** Copies of each shard at most; a cluster of fewer nodes keeps fewer. */
  readonly replicas: number;
  /** Articles that have not changed are copied from the live index, within the cluster. */
  readonly isIncremental: boolean;
  /** Milliseconds for which the index before stays, since questions that were begun still ask it. */
  readonly grace: number;
  /** Passages that are expected, for the progress. */
  readonly total: number;
  readonly onProgress?: (progress: BuildProgress) => void;
  /** Called at the beginning of each step. */
  readonly onStep?: (step: BuildStep) => void;
  readonly signal?: AbortSignal;
}

export type BuildStep = "resuming" | "sending" | "copying" | "merging" | "replicating" | "live" | "done";

/** What a build came to. */
export interface BuildResult {
  /** The index that is live now. */
  readonly index: string;
  readonly counts: IndexCounts;
  /** Passages that were sent, that were copied within the cluster, and that an interrupted build had left. */
  readonly sent: number;
  readonly copied: number;
  readonly known: number;
}

/**
 * Builds an index beside the live one, verifies it, and puts it in the other's place at once. What an interrupted build left is
 * continued. Whatever fails, the live index stays as it is.
 * @throws OpenSearchError; OperatorError with the cure; or the signal's reason
 */
export async function buildIndex(
  cluster: OpenSearchCluster,
  documents: Iterable<NewDocument> | AsyncIterable<NewDocument>,
  options: BuildOptions,
): Promise<BuildResult> {
  const { prefix, replicas, grace, signal, onStep = () => {} } = options;
  const live = await indicesOf(cluster, prefix, ADMIN_PATIENCE);
  if (live.some(({ name }) => name === prefix))
    throw new OperatorError(
      `An index has the name ${prefix}, which must be free for an alias: delete it, or choose another name.`,
    );
  const { index, isResumed } = await openIndex(cluster, options);
  const lease = await holdLease(cluster, index);
  try {
    if (isResumed) onStep("resuming");
    const known: Articles = isResumed ? await articlesOf(cluster, index) : new Map();
    const source = live.find(({ description }) => description?.format === INDEX_FORMAT)?.name;
    const old =
      options.isIncremental && source !== undefined
        ? { index: source, articles: await articlesOf(cluster, source) }
        : undefined;
    const filled = await fill(cluster, documents, { ...options, known, old });
    await verifyCounts(cluster, index, filled.counts);
    onStep("merging");
    await mergeSegments(cluster, index);
    onStep("replicating");
    await addReplicas(cluster, index, replicas, signal);
    await lease.release({
      format: INDEX_FORMAT,
      counts: filled.counts,
      builtAt: new Date().toISOString(),
    });
    await goLive(cluster, prefix, index);
    onStep("live");
    if (live.length > 0) await pause(grace, undefined, signal && { signal });
    await deleteReplaced(cluster, prefix);
    onStep("done");
    return { index, ...filled };
  } finally {
    // The cluster may be what failed.
    await lease.release().catch(() => {});
  }
}

type Articles = ReadonlyMap<string, KnownArticle>;

/** The index that an interrupted build left, or a new one. */
async function openIndex(
  cluster: OpenSearchCluster,
  { prefix, shards, signal }: BuildOptions,
): Promise<{ index: string; isResumed: boolean }> {
  const alias = buildingAlias(prefix);
  await expectNoBuilder(cluster, alias, signal);
  const left = await indicesOf(cluster, alias, ADMIN_PATIENCE);
  const [first] = left;
  if (first !== undefined && left.length === 1 && first.description?.format === INDEX_FORMAT) {
    await reopen(cluster, first.name);
    return { index: first.name, isResumed: true };
  }
  for (const { name } of left) await deleteIndex(cluster, name);
  const index = versionedName(prefix, new Date());
  const body = { ...indexBody(shards, { format: INDEX_FORMAT }), aliases: { [alias]: {} } };
  await cluster.ask({ method: "PUT", path: `/${index}`, body }, ADMIN_PATIENCE);
  return { index, isResumed: false };
}

interface FillOptions extends BuildOptions {
  /** What the index holds already. */
  readonly known: Articles;
  /** What is copied from. */
  readonly old: { readonly index: string; readonly articles: Articles } | undefined;
}

/** Sends what is not there, and has copied what the live index has too. */
async function fill(
  cluster: OpenSearchCluster,
  documents: Iterable<NewDocument> | AsyncIterable<NewDocument>,
  { prefix, total, known, old, signal, onProgress, onStep = () => {} }: FillOptions,
): Promise<Omit<BuildResult, "index">> {
  const alias = buildingAlias(prefix);
  const meter = createBuildMeter(total, onProgress);
  const sender = createBulkSender(cluster, { alias, onSent: meter.made, signal });
  const runs: CopiedRun[] = [];
  const counts = { passage: 0, article: 0, lexicon: 0 };
  const passages = { sent: 0, copied: 0, known: 0 };
  onStep("sending");
  try {
    for await (const group of groupsOf(documents)) {
      signal?.throwIfAborted();
      counts[group.kind]++;
      if (group.kind === "lexicon") {
        await sender.add(group.part);
        continue;
      }
      const { article } = group;
      counts.passage += article.passages;
      const before = old?.articles.get(article.article);
      if (isSame(known.get(article.article), article)) {
        passages.known += article.passages;
        meter.known(article.passages);
      } else if (before?.hash === article.hash) {
        passages.copied += article.passages;
        extendRuns(runs, {
          order: before.order,
          place: before.firstPlace,
          articles: 1,
          passages: article.passages,
          orderShift: article.order - before.order,
          placeShift: article.firstPlace - before.firstPlace,
        });
      } else {
        passages.sent += article.passages;
        for (const passage of group.passages) await sender.add(passage);
        await sender.add(article);
      }
    }
  } finally {
    // What was read until something failed need not be sent again.
    await sender.finish();
  }
  if (old !== undefined && runs.length > 0) {
    onStep("copying");
    await copyRuns(cluster, old.index, alias, runs, { onCopied: meter.made, signal });
  }
  return { counts, ...passages };
}

/** Is this very article there, at its very place? */
function isSame(known: KnownArticle | undefined, { hash, order, firstPlace }: KnownArticle): boolean {
  return known?.hash === hash && known.order === order && known.firstPlace === firstPlace;
}

import { z } from "zod";
import type { OpenSearchCluster } from "./cluster.ts";
import { OpenSearchError } from "./cluster-error.ts";

/** Articles in a row that are copied from one index to another, where other articles may stand before them. */
export interface CopiedRun {
  /** The first article's order and its first passage's place in the index that is copied from. */
  readonly order: number;
  readonly place: number;
  readonly articles: number;
  readonly passages: number;
  /** What is added to orders, and to places. */
  readonly orderShift: number;
  readonly placeShift: number;
}

/** Adds an article to the runs, to the last one where it follows it in both indices. */
export function extendRuns(runs: CopiedRun[], { order, place, ...run }: CopiedRun): void {
  const last = runs.at(-1);
  const follows =
    last !== undefined &&
    last.order + last.articles === order &&
    last.place + last.passages === place &&
    last.orderShift === run.orderShift &&
    last.placeShift === run.placeShift;
  if (!follows) runs.push({ order, place, ...run });
  else {
    const articles = last.articles + run.articles;
    runs[runs.length - 1] = { ...last, articles, passages: last.passages + run.passages };
  }
}

/** What the cluster does with each document that it copies. `starts`: the first number of each run, ascending. */
const SCRIPT = `
int low = 0; int high = params.starts.length - 1;
long at = ctx._source[params.field];
while (low < high) { int middle = (low + high + 1) / 2; if (params.starts[middle] <= at) { low = middle } else { high = middle - 1 } }
ctx._source[params.field] = at + params.shifts[low];
if (params.prefix == 'a') { ctx._source.firstPlace = ctx._source.firstPlace + params.placeShifts[low] }
ctx._id = params.prefix + (at + params.shifts[low]);
`.trim();

/** Documents of one request, about: it takes seconds, so that progress is seen and a lost connection costs little. */
const AT_ONCE = 20_000;
/** Conditions of one query; the engine takes 1,024. */
const MOST_RUNS = 500;
const COPY_DEADLINE = 600_000;

/** Copies the passages of all runs, then the articles: an article's own document says that all of it is there. */
export async function copyRuns(
  cluster: OpenSearchCluster,
  from: string,
  alias: string,
  runs: readonly CopiedRun[],
  { onCopied, signal }: { onCopied(passages: number): void; signal?: AbortSignal | undefined },
): Promise<void> {
  const passages = runs.map(({ place, passages: count, placeShift }) => ({
    ...{ start: place, count, shift: placeShift, placeShift },
  }));
  const articles = runs.map(({ order, articles: count, orderShift, placeShift }) => ({
    ...{ start: order, count, shift: orderShift, placeShift },
  }));
  for (const part of partsOf(passages)) {
    await copy(cluster, from, alias, { kind: "passage", field: "place", prefix: "p" }, part, signal);
    onCopied(part.reduce((sum, { count }) => sum + count, 0));
  }
  for (const part of partsOf(articles))
    await copy(cluster, from, alias, { kind: "article", field: "order", prefix: "a" }, part, signal);
}

interface Range {
  readonly start: number;
  readonly count: number;
  readonly shift: number;
  readonly placeShift: number;
}

/** Ranges cut and gathered into requests, ascending by their start. */
function* partsOf(ranges: readonly Range[]): Generator<Range[]> {
  let part: Range[] = [];
  let size = 0;
  for (const range of ranges.filter(({ count }) => count > 0).sort((a, b) => a.start - b.start)) {
    for (let done = 0; done < range.count; ) {
      const count = Math.min(range.count - done, AT_ONCE - size);
      part.push({ ...range, start: range.start + done, count });
      done += count;
      size += count;
      if (size < AT_ONCE && part.length < MOST_RUNS) continue;
      yield part;
      part = [];
      size = 0;
    }
  }
  if (part.length > 0) yield part;
}

const reindexAnswer = z.object({ created: z.number(), updated: z.number(), failures: z.array(z.unknown()) });

async function copy(
  cluster: OpenSearchCluster,
  from: string,
  alias: string,
  { kind, field, prefix }: { kind: string; field: string; prefix: string },
  part: readonly Range[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const ranges = part.map(({ start, count }) => ({ range: { [field]: { gte: start, lt: start + count } } }));
  const answer = await cluster.ask(
    {
      method: "POST",
      path: "/_reindex",
      query: { require_alias: true },
      body: {
        source: {
          index: from,
          query: { bool: { filter: [{ term: { kind } }, { bool: { should: ranges } }] } },
        },
        dest: { index: alias },
        script: {
          lang: "painless",
          source: SCRIPT,
          params: {
            field,
            prefix,
            starts: part.map(({ start }) => start),
            shifts: part.map(({ shift }) => shift),
            placeShifts: part.map(({ placeShift }) => placeShift),
          },
        },
      },
    },
    { isHedged: false, deadline: COPY_DEADLINE, signal },
  );
  const { data } = reindexAnswer.safeParse(answer);
  const copied = data === undefined ? 0 : data.created + data.updated;
  const wanted = part.reduce((sum, { count }) => sum + count, 0);
  if (data === undefined || data.failures.length > 0 || copied !== wanted)
    throw new OpenSearchError("refused", `${copied} of ${wanted} documents were copied`);
}

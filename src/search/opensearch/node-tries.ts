import { setMaxListeners } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { OpenSearchError } from "./cluster-error.ts";
import type { ClusterNode } from "./cluster-node.ts";
import type { Timing } from "./cluster-timing.ts";
import type { NodeWatch } from "./node-watch.ts";

/** What is tried, where, and for how long. */
export interface Tries {
  /** Asks a node. */
  request(node: ClusterNode, signal: AbortSignal): Promise<unknown>;
  /** Chooses the node of the next try. */
  pick(tried: ReadonlySet<ClusterNode>): ClusterNode;
  readonly watch: NodeWatch;
  readonly hasOthers: boolean;
  /** Another node is asked beside a slow one. */
  readonly isHedged: boolean;
  readonly timing: Timing;
  /** Milliseconds for all tries together. */
  readonly deadline: number;
  readonly signal: AbortSignal | undefined;
}

/** The deadline ends a request before, where pauses are between its tries. */
const MOST_TRIES = 10;
/** Requests that are asked twice although all nodes answer: where all are only busy, more would make them busier. */
const MOST_DOUBLED = 2;
let doubled = 0;
/** Pauses double from try to try, up to so many times the first. */
const LONGEST_PAUSE = 4;

/**
 * One try after the other where they fail, and another one beside one that is slow; the first answer ends them all.
 * @throws OpenSearchError of the last try, or the signal's reason
 */
export async function tryNodes({
  request,
  pick,
  watch,
  hasOthers,
  isHedged,
  timing,
  deadline,
  signal,
}: Tries): Promise<unknown> {
  const end = new AbortController();
  const late = new OpenSearchError("unavailable", `no answer within ${deadline} ms`);
  const timer = setTimeout(() => end.abort(late), deadline);
  const stop = AbortSignal.any(signal ? [end.signal, signal] : [end.signal]);
  setMaxListeners(0, stop);
  try {
    return await new Promise((resolve, reject) => {
      const tried = new Set<ClusterNode>();
      let begun = 0;
      let open = 0;
      stop.addEventListener("abort", () => reject(stop.reason), { once: true });
      if (stop.aborted) reject(stop.reason);

      /** Asks one more node after a while, where one may still be asked. */
      const more = async (ready: Promise<unknown>): Promise<void> => {
        if (begun === MOST_TRIES) return;
        begun++;
        open++;
        await ready;
        if (!stop.aborted) await attempt(begun);
        open--;
      };

      const attempt = async (number: number): Promise<void> => {
        const node = pick(tried);
        tried.add(node);
        let isFollowed = false;
        const follow = (ready: Promise<unknown>): void => {
          if (!isFollowed) void more(ready);
          isFollowed = true;
        };
        const lookAround = async () => {
          await after(timing.slowAfter, stop);
          if (stop.aborted) return;
          // Whether this node is hung, or another one for whose shards it waits, is seen by asking all.
          await watch.probe();
          if (watch.isAnyDown()) follow(Promise.resolve());
          else if (doubled < MOST_DOUBLED) {
            doubled++;
            stop.addEventListener("abort", () => doubled--, { once: true });
            follow(Promise.resolve());
          }
        };
        if (hasOthers && isHedged) void lookAround();
        try {
          resolve(await request(node, stop));
        } catch (error) {
          if (!(error instanceof OpenSearchError) || !mayPass(error, hasOthers && number < 3)) {
            reject(error);
            return;
          }
          if (error.fault === "unreachable") watch.suspect(node);
          const isNextReady = error.fault === "unreachable" && hasOthers;
          follow(isNextReady ? Promise.resolve() : after(pauseOf(number, timing.pause), stop));
          if (open === 1) reject(error);
        }
      };
      void more(Promise.resolve());
    });
  } finally {
    clearTimeout(timer);
    end.abort();
  }
}

function pauseOf(number: number, first: number): number {
  return first * Math.min(LONGEST_PAUSE, 2 ** (number - 1));
}

/** Ends early where the signal does. */
async function after(ms: number, signal: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal }).catch(() => {});
}

/** May another try succeed? A node that was cut off for a while does not know the newest index. */
function mayPass({ fault }: OpenSearchError, isAskedElsewhere: boolean): boolean {
  return (
    fault === "unreachable" ||
    fault === "unavailable" ||
    fault === "busy" ||
    (fault === "missing" && isAskedElsewhere)
  );
}

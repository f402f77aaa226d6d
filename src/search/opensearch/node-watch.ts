import type { ClusterNode } from "./cluster-node.ts";
import type { Timing } from "./cluster-timing.ts";

/** Finds out which nodes answer. */
export interface NodeWatch {
  /** Takes a node for down, and asks it from time to time until it answers. */
  suspect(node: ClusterNode): void;
  /** Asks all nodes at once; those that do not answer are suspected. */
  probe(): Promise<void>;
  isAnyDown(): boolean;
  close(): void;
}

/** Where all nodes answer nothing is sent. */
export function createNodeWatch(
  nodes: readonly ClusterNode[],
  { probeTimeout, probeEvery }: Pick<Timing, "probeTimeout" | "probeEvery">,
): NodeWatch {
  let probing: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  async function probeAll(): Promise<void> {
    await Promise.all(nodes.map((node) => node.probe(probeTimeout)));
    probing = undefined;
    if (nodes.some(({ isUp }) => !isUp)) askAgain();
  }

  function askAgain(): void {
    if (isClosed) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      void probe();
    }, probeEvery).unref();
  }

  function probe(): Promise<void> {
    probing ??= probeAll();
    return probing;
  }

  return {
    suspect(node) {
      node.isUp = false;
      askAgain();
      // The others' ids are known when a search must keep to them.
      if (nodes.length > 1) void probe();
    },
    probe,
    isAnyDown: () => nodes.some(({ isUp }) => !isUp),
    close() {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}

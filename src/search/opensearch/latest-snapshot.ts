import type { OpenSearchCluster } from "./cluster.ts";
import { OpenSearchError } from "./cluster-error.ts";
import { indicesOf } from "./indices.ts";
import { openSnapshot, type Snapshot } from "./snapshot.ts";
import { INDEX_FORMAT } from "./stored-documents.ts";
import { OtherAnalysisError } from "./stored-lexicon.ts";

/** The version of an index that its alias names, followed from one to the next. */
export interface LatestSnapshot {
  /** The newest that is open. */
  current(): Snapshot;
  /** Looks for a newer one now, and opens it. */
  renew(): Promise<Snapshot>;
  /** Looks no more. */
  close(): void;
}

export interface LatestSnapshotOptions {
  readonly cluster: OpenSearchCluster;
  readonly alias: string;
  /** Milliseconds between two looks. */
  readonly interval?: number;
  /** Another version is answered from now on. */
  readonly onRenewed?: (snapshot: Snapshot) => void;
  /** The cluster could not be asked, or a new version could not be opened: the open one goes on. */
  readonly onFault?: (error: unknown) => void;
}

/** Old versions are kept for a minute: see the building of an index. */
const INTERVAL = 5000;

/**
 * Opens the version that the alias names, and looks for another one every few seconds. Questions go on with the open one until the next
 * one is read, so that no answer mixes two.
 * @throws OpenSearchError where there is none or the cluster cannot be asked; OtherAnalysisError where another version of the program built it
 */
export async function openLatestSnapshot({
  cluster,
  alias,
  interval = INTERVAL,
  onRenewed = () => {},
  onFault = () => {},
}: LatestSnapshotOptions): Promise<LatestSnapshot> {
  const newest = async (): Promise<string> => {
    const [index] = await indicesOf(cluster, alias);
    if (index === undefined) throw new OpenSearchError("missing", `no index is named ${alias}`);
    if (index.description?.format !== INDEX_FORMAT)
      throw new OtherAnalysisError("The index has another form");
    return index.name;
  };
  let open = await openSnapshot(cluster, await newest());
  let renewing: Promise<Snapshot> | undefined;

  const look = async (): Promise<Snapshot> => {
    const name = await newest();
    if (name === open.index) return open;
    open = await openSnapshot(cluster, name);
    onRenewed(open);
    return open;
  };
  const renew = (): Promise<Snapshot> => {
    renewing ??= look().finally(() => {
      renewing = undefined;
    });
    return renewing;
  };
  const timer = setInterval(() => {
    renew().catch(onFault);
  }, interval);
  timer.unref();
  return { current: () => open, renew, close: () => clearInterval(timer) };
}

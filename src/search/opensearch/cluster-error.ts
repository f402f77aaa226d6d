/**
 * Why a cluster gave nothing. `unreachable`: no node answers. `unavailable`: none answers in full or in time. `busy`: it asks to come again later. `missing`: there is no
 * such index. `denied`: it does not take the user or the password. `refused`: it does not take the request, which is a bug of ours.
 */
export type OpenSearchFault = "unreachable" | "unavailable" | "busy" | "missing" | "denied" | "refused";

/** The message is one clause, and holds no word of a question and no password. */
export class OpenSearchError extends Error {
  override readonly name = "OpenSearchError";
  readonly fault: OpenSearchFault;

  constructor(fault: OpenSearchFault, message: string) {
    super(message);
    this.fault = fault;
  }
}

/** What a status tells; undefined where the request was carried out. `reason`: the kind of error that the body names. */
export function errorOfStatus(status: number, reason: string | undefined): OpenSearchError | undefined {
  if (status < 400) return undefined;
  const said = `HTTP ${status}${reason === undefined ? "" : `, ${reason}`}`;
  if (status === 429) return new OpenSearchError("busy", `the cluster is busy (${said})`);
  if (status === 401 || status === 403) return new OpenSearchError("denied", `the cluster refuses (${said})`);
  if (status === 404) return new OpenSearchError("missing", `there is no such index (${said})`);
  // 413: a proxy's limit. Others of this hundred are requests that no node would take.
  if (status < 500) return new OpenSearchError("refused", `the cluster does not take the request (${said})`);
  // 500 too is said where a shard's node was lost a moment ago.
  return new OpenSearchError("unavailable", `the cluster is not available (${said})`);
}

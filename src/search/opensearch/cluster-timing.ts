/** Milliseconds. */
export interface Timing {
  /** After so long without an answer all nodes are probed, and another one is asked as well if any does not answer. */
  readonly slowAfter: number;
  /** Before a cluster that refused for the moment is asked again; longer with each try. */
  readonly pause: number;
  /** A node that does not even answer a probe within this time is hung or gone. */
  readonly probeTimeout: number;
  /** Between two probes of a node that is down. */
  readonly probeEvery: number;
}

/** Of a million passages 99 of 100 searches took less than `slowAfter`. */
export const TIMING: Timing = { slowAfter: 700, pause: 100, probeTimeout: 500, probeEvery: 1000 };

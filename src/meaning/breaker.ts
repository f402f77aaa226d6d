/** Keeps questions from waiting for a server that is down: after some failures in a row it lets none through for a while. */
export interface Breaker {
  /** May a request be tried now? After the rest one is, and the others wait for how it goes. */
  allows(): boolean;
  succeeded(): void;
  failed(): void;
}

/** `rest` doubles with each failure beyond, up to `longestRest`; milliseconds. */
export interface BreakerOptions {
  readonly failures: number;
  readonly rest: number;
  readonly longestRest: number;
  readonly now?: () => number;
}

export function createBreaker({ failures, rest, longestRest, now = Date.now }: BreakerOptions): Breaker {
  let inRow = 0;
  let until = 0;
  return {
    allows() {
      if (inRow < failures) return true;
      if (now() < until) return false;
      // One trial; should it never end, another after the same rest.
      until = now() + rest;
      return true;
    },
    succeeded() {
      inRow = 0;
    },
    failed() {
      inRow++;
      if (inRow >= failures)
        until = now() + Math.min(longestRest, rest * 2 ** Math.min(inRow - failures, 20));
    },
  };
}

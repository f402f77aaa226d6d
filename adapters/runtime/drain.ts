/** Work that was begun and is not yet done. */
export interface Drain {
  /** Runs `work` and counts it until it settles; gives back its own outcome. */
  track<T>(work: () => Promise<T>): Promise<T>;
  /** How much is under way. */
  readonly size: number;
  /**
   * Waits until nothing is under way, work that begins meanwhile included, at most `ms` milliseconds.
   * True when all was done in time. Never throws: a failure belongs to the caller who began the work.
   */
  drain(ms: number): Promise<boolean>;
}

export function createDrain(): Drain {
  const underWay = new Set<Promise<unknown>>();
  let idle: (() => void)[] = [];
  const done = (work: Promise<unknown>) => {
    underWay.delete(work);
    if (underWay.size > 0) return;
    for (const wake of idle) wake();
    idle = [];
  };
  return {
    track(work) {
      const running = startNow(work);
      underWay.add(running);
      running.then(
        () => done(running),
        () => done(running),
      );
      return running;
    },
    get size() {
      return underWay.size;
    },
    drain(ms) {
      if (underWay.size === 0) return Promise.resolve(true);
      return new Promise((resolve) => {
        const timer = setTimeout(() => resolve(false), ms);
        idle.push(() => {
          clearTimeout(timer);
          resolve(true);
        });
      });
    },
  };
}

/** Work that throws before its first await fails as a promise, like any other. */
async function startNow<T>(work: () => Promise<T>): Promise<T> {
  return work();
}

/** Work in order where order matters, side by side where it does not. */
export interface Lanes {
  /**
   * Runs `work` after all earlier work of the same lane; work without a lane runs at once. False, and nothing is run,
   * when too much waits in the lane already. Rejects with what `work` throws, never on account of earlier work.
   */
  run(lane: string | undefined, work: () => Promise<void>): Promise<boolean>;
}

/** One chat cannot make us keep more than this; nobody reads the hundredth answer. */
const DEPTH = 100;

/** A lane is remembered only while something is in it. */
export function createLanes(depth: number = DEPTH): Lanes {
  const lanes = new Map<string, { tail: Promise<void>; waiting: number }>();
  return {
    async run(lane, work) {
      if (lane === undefined) {
        await work();
        return true;
      }
      const before = lanes.get(lane);
      if (before && before.waiting >= depth) return false;
      const state = before ?? { tail: Promise.resolve(), waiting: 0 };
      lanes.set(lane, state);
      state.waiting++;
      const mine = before ? state.tail.then(work, work) : work();
      state.tail = mine;
      try {
        await mine;
      } finally {
        state.waiting--;
        if (state.waiting === 0) lanes.delete(lane);
      }
      return true;
    },
  };
}

/** Work in order where order matters, side by side where it does not. */
export interface Lanes {
  /** Runs `work` after all earlier work of the same lane; work without a lane runs at once. Never rejects on account of earlier work. */
  run(lane: string | undefined, work: () => Promise<void>): Promise<void>;
}

/** A lane is remembered only while something is in it. */
export function createLanes(): Lanes {
  const tails = new Map<string, Promise<void>>();
  return {
    run(lane, work) {
      if (lane === undefined) return work();
      const before = tails.get(lane);
      const mine = before ? before.then(work, work) : work();
      tails.set(lane, mine);
      const leave = () => {
        if (tails.get(lane) === mine) tails.delete(lane);
      };
      mine.then(leave, leave);
      return mine;
    },
  };
}

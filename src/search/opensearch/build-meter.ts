/** How far the passages are. */
export interface BuildProgress {
  readonly done: number;
  readonly total: number;
  /** Of them those that an interrupted build had sent. */
  readonly known: number;
  /** Passages a second, and the seconds that are left at that rate. */
  readonly rate: number;
  readonly seconds: number;
}

/** Counts passages, and tells of them. */
export interface BuildMeter {
  /** Of so many it is seen that they were there. */
  known(passages: number): void;
  /** So many were sent, or copied. */
  made(passages: number): void;
}

export function createBuildMeter(
  total: number,
  onProgress: (progress: BuildProgress) => void = () => {},
): BuildMeter {
  const began = performance.now();
  let [known, made] = [0, 0];
  return {
    known(passages) {
      known += passages;
    },
    made(passages) {
      if (passages === 0) return;
      made += passages;
      const seconds = (performance.now() - began) / 1000;
      const rate = seconds > 0 ? made / seconds : 0;
      const done = Math.min(total, known + made);
      onProgress({ done, total, known, rate, seconds: rate > 0 ? (total - done) / rate : 0 });
    },
  };
}

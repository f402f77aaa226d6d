/** What one engine took at one size: seconds, megabytes, milliseconds. */
export interface Measured {
  readonly readyS: number;
  /** Of the processor, in all threads, until it was ready: hardly moved by what else the machine does. */
  readonly readyCpuS: number;
  readonly rssBuiltMb: number;
  /** After all questions, as the collector of garbage happened to leave it; and at its highest. */
  readonly rssMb: number;
  readonly rssMostMb: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Of the processor, for one question on average: what p50 is on a machine that does nothing else. */
  readonly questionCpu: number;
  /** Questions answered in a second, eight under way at one time. */
  readonly perSecond: number;
  /** The 99th percentile of how late the event loop of the main thread was. */
  readonly lagBuilding: number;
  readonly lagAnswering: number;
  /** Megabytes on disk, of an engine that keeps its index there. */
  readonly diskMb?: number;
}

export interface Column {
  readonly title: string;
  readonly measured: Measured;
  /** It must not take more than the first column, and the event loop must stay free where it is a thread. */
  readonly isHeld?: boolean;
}

const ROWS: readonly (readonly [key: keyof Measured, what: string, most?: number])[] = [
  ["readyS", "time to ready, s"],
  ["readyCpuS", "of the processor, s", 1],
  ["rssBuiltMb", "RSS when ready, MB", 1],
  ["rssMb", "RSS after questions, MB"],
  ["rssMostMb", "RSS at most, MB", 1],
  ["p50", "a question, p50, ms", 1],
  ["questionCpu", "of the processor, mean, ms"],
  ["p95", "a question, p95, ms"],
  ["p99", "a question, p99, ms"],
  ["perSecond", "questions a second, 8 at once"],
  ["lagBuilding", "lag while building, p99, ms"],
  ["lagAnswering", "lag while answering, p99, ms"],
  ["diskMb", "index on disk, MB"],
];

/** A table of one size: each column with its ratio to the first. Gives what is over its limit by more than `tolerance` times. */
export function processTable(
  title: string,
  columns: readonly Column[],
  tolerance: number,
): { text: string; over: string[] } {
  const [first, ...others] = columns;
  const over: string[] = [];
  const lines = [
    title,
    "",
    [
      "".padEnd(30),
      ...(first ? [first.title.padStart(12)] : []),
      ...others.map(({ title }) => `${title.padStart(14)}  ratio`),
    ].join(""),
  ];
  for (const [key, what, most] of ROWS) {
    if (columns.every(({ measured }) => measured[key] === undefined)) continue;
    const base = first?.measured[key];
    const cells = others.map(({ title, measured, isHeld = false }) => {
      const value = measured[key];
      if (value === undefined || base === undefined) return `${shown(value).padStart(14)}${"-".padStart(7)}`;
      const ratio = value / base;
      if (isHeld && most !== undefined && ratio > most * tolerance) over.push(`${title}: ${what}`);
      return `${shown(value).padStart(14)}${ratio.toFixed(2).padStart(7)}`;
    });
    lines.push([what.padEnd(30), shown(base).padStart(12), ...cells].join(""));
  }
  return { text: lines.join("\n"), over };
}

function shown(value: number | undefined): string {
  if (value === undefined) return "-";
  return value >= 100 ? value.toFixed(0) : value.toFixed(1);
}

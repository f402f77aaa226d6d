/** So many questions in so many seconds. */
export interface RateWindow {
  readonly count: number;
  readonly seconds: number;
}

/** All windows hold at once; none: no limit. Shortest first. */
export type RateLimit = readonly RateWindow[];

/** 30 in 10 seconds and 120 in a minute: more than a person asks, less than a script. */
export const DEFAULT_RATE_LIMIT = "30/10s,120/min";

const UNIT_SECONDS: ReadonlyMap<string, number> = new Map([
  ["s", 1],
  ["min", 60],
  ["h", 3600],
]);
const COUNT_MAX = 1_000_000;
const SECONDS_MAX = 86_400;

/** Reads `30/10s,120/min` or `off`; units s, min, h. Undefined when it says something else or a number is out of range. */
export function parseRateLimit(text: string): RateLimit | undefined {
  if (text.trim().toLowerCase() === "off") return [];
  const windows = text.split(",").map(parseWindow);
  if (!windows.every((window) => window !== undefined)) return undefined;
  return windows.sort((a, b) => a.seconds - b.seconds);
}

function parseWindow(text: string): RateWindow | undefined {
  const [, count, times, unit] = /^\s*(\d{1,9})\/(\d{0,9})(s|min|h)\s*$/.exec(text) ?? [];
  if (count === undefined || unit === undefined) return undefined;
  const window = {
    count: Number(count),
    seconds: (times ? Number(times) : 1) * (UNIT_SECONDS.get(unit) ?? 0),
  };
  const inRange =
    window.count >= 1 && window.count <= COUNT_MAX && window.seconds >= 1 && window.seconds <= SECONDS_MAX;
  return inRange ? window : undefined;
}

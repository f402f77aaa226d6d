/** `count` questions in any `seconds` seconds. */
export interface RateWindow {
  readonly count: number;
  readonly seconds: number;
}

/** All windows hold at once; none: no limit. Shortest first. */
export type RateLimit = readonly RateWindow[];

/** 30 in 10 seconds and 120 in a minute: more than a person asks, less than a script. */
export const DEFAULT_RATE_LIMIT = "30/10s,120/min";

const UNIT_SECONDS: Readonly<Record<string, number>> = { s: 1, min: 60, h: 3600 };
const COUNT_MAX = 1_000_000;
const SECONDS_MAX = 86_400;

/** Reads `30/10s,120/min` or `off`; units s, min, h. Undefined when it says something else or a number is out of range. */
export function parseRateLimit(text: string): RateLimit | undefined {
  if (text.trim().toLowerCase() === "off") return [];
  const windows = text.split(",").map((part) => {
    const [, count, times, unit = ""] = /^\s*(\d{1,9})\/(\d{0,9})(s|min|h)\s*$/.exec(part) ?? [];
    return { count: Number(count), seconds: Number(times || 1) * (UNIT_SECONDS[unit] ?? 0) };
  });
  const areInRange = windows.every(
    ({ count, seconds }) => count >= 1 && count <= COUNT_MAX && seconds >= 1 && seconds <= SECONDS_MAX,
  );
  return areInRange ? windows.sort((a, b) => a.seconds - b.seconds) : undefined;
}

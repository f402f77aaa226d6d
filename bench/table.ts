/** What was measured, ours, what it is held against, the ratio, and the ratio that it must not pass. */
export type Row = readonly [what: string, ours: string, other: string, ratio: number, most: number];

/** Prints rows, and fails the process when a ratio is over its limit by more than `tolerance` times. */
export function printTable(title: string, rows: readonly Row[], tolerance: number): void {
  console.log(`${title}\n`);
  console.log(
    `${"".padEnd(32)}${"ours".padStart(12)}${"stock".padStart(16)}${"ratio".padStart(8)}${"limit".padStart(7)}`,
  );
  for (const [what, ours, other, ratio, most] of rows) {
    const over = ratio > most ? "  over" : "";
    console.log(
      `${what.padEnd(32)}${ours.padStart(12)}${other.padStart(16)}${ratio.toFixed(2).padStart(8)}${(Number.isFinite(most) ? String(most) : "-").padStart(7)}${over}`,
    );
    if (ratio > most * tolerance) process.exitCode = 1;
  }
}

/** The value that a share of the sorted times does not pass. */
export function at(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function ms(value: number): string {
  return `${value.toFixed(value < 100 ? 2 : 0)} ms`;
}

import type { Asked } from "./fit-sets.ts";

/** What two models told of a question that they have not seen. */
export interface Told {
  readonly asked: Asked;
  /** The probabilities that the first quotation is right, and that the articles speak of it; 0 where nothing was found. */
  readonly right: number;
  readonly near: number;
}

export interface Thresholds {
  readonly right: number;
  readonly near: number;
}

/** A share with its 95 % interval. */
export interface Share {
  readonly part: number;
  readonly whole: number;
}

/** How the questions of a set went. */
export interface Outcome {
  readonly claimsRight: Share;
  readonly answerableClaimed: Share;
  readonly unanswerableClaimed: Share;
  readonly answerableSilent: Share;
  readonly unanswerableSilent: Share;
  /** Right first quotations that are shown. */
  readonly rightShown: Share;
}

export function outcomeOf(told: readonly Told[], thresholds: Thresholds): Outcome {
  const yes = told.filter(({ asked }) => asked.isAnswerable);
  const no = told.filter(({ asked }) => !asked.isAnswerable);
  const isSilent = ({ near }: Told) => near < thresholds.near;
  const isClaimed = (one: Told) =>
    !isSilent(one) && one.right >= thresholds.right && one.asked.found?.veto === undefined;
  const isRight = ({ asked }: Told) => asked.found?.isRight === true;
  const claims = told.filter(isClaimed);
  return {
    rightShown: share(yes, (one) => isRight(one) && !isSilent(one)),
    claimsRight: share(claims, isRight),
    answerableClaimed: share(yes, isClaimed),
    unanswerableClaimed: share(no, isClaimed),
    answerableSilent: share(yes, isSilent),
    unanswerableSilent: share(no, isSilent),
  };
}

function share(of: readonly Told[], test: (one: Told) => boolean): Share {
  return { part: of.filter(test).length, whole: of.length };
}

/** The share in per cent. */
export function percent({ part, whole }: Share): number {
  return whole === 0 ? 0 : (100 * part) / whole;
}

/** `88.2 (84–91)`: per cent, with Wilson's 95 % interval; a dash where there is nothing to count. */
export function withInterval(of: Share): string {
  if (of.whole === 0) return "–";
  const z = 1.96;
  const p = of.part / of.whole;
  const middle = p + z ** 2 / (2 * of.whole);
  const reach = z * Math.sqrt((p * (1 - p)) / of.whole + z ** 2 / (4 * of.whole ** 2));
  const scale = 100 / (1 + z ** 2 / of.whole);
  const [low, high] = [(middle - reach) * scale, (middle + reach) * scale];
  return `${percent(of).toFixed(1)} (${Math.max(0, low).toFixed(0)}–${Math.min(100, high).toFixed(0)})`;
}

/** Lines of a table, each column as wide as its widest cell. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, c) => Math.max(...rows.map((row) => row[c]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, c) => cell.padEnd(widths[c] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** The outcome of each set as a table. */
export function reportOf(bySet: ReadonlyMap<string, readonly Told[]>, thresholds: Thresholds): string {
  return table([
    [
      "",
      "questions",
      "quote@1",
      "claims right",
      "answerable claimed",
      "unanswerable claimed",
      "answerable silent",
      "unanswerable silent",
    ],
    ...Array.from(bySet, ([name, told]) => {
      const o = outcomeOf(told, thresholds);
      return [
        name,
        String(told.length),
        withInterval(o.rightShown),
        o.answerableClaimed.whole === 0 ? "–" : withInterval(o.claimsRight),
        withInterval(o.answerableClaimed),
        withInterval(o.unanswerableClaimed),
        withInterval(o.answerableSilent),
        withInterval(o.unanswerableSilent),
      ];
    }),
  ]);
}

/** Risk against coverage: of the surest claims, up to a share of the answerable questions, how many are wrong. */
export function curveOf(bySet: ReadonlyMap<string, readonly Told[]>): string {
  const steps = Array.from({ length: 10 }, (_, i) => (i + 1) / 10);
  const rows = Array.from(bySet).flatMap(([name, told]) => {
    const yes = told.filter(({ asked }) => asked.isAnswerable).length;
    if (yes === 0) return [];
    const claims = told
      .filter(({ asked }) => asked.found !== undefined && asked.found.veto === undefined)
      .sort((a, b) => b.right - a.right);
    return [[name, ...steps.map((step) => riskAt(claims, step * yes))]];
  });
  return table([["wrong claims, % at", ...steps.map((step) => `${100 * step} %`)], ...rows]);
}

/** The share of wrong claims when `wanted` answerable questions are claimed; a dash where that number is never reached. */
function riskAt(claims: readonly Told[], wanted: number): string {
  let answerable = 0;
  let wrong = 0;
  for (const [i, { asked }] of claims.entries()) {
    if (asked.isAnswerable) answerable++;
    if (!asked.found?.isRight) wrong++;
    if (answerable >= wanted) return ((100 * wrong) / (i + 1)).toFixed(1);
  }
  return "–";
}

import { type NumberMention, numbersIn } from "../arabic/numbers.ts";
import type { Span } from "../corpus/article.ts";
import type { ReadStep } from "./diff.ts";
import type { DiffStep, MeaningChange } from "./verification.ts";

/** A change and the step that it is read from. */
export interface FigureChange {
  readonly step: DiffStep;
  readonly change: MeaningChange;
}

/** Something differs besides the spelling. */
export function isChange({ op, isSpelling }: ReadStep): boolean {
  return op !== "same" && !isSpelling;
}

/** Characters beside a part of a text that tell what a number at its end counts; and how far apart two sides of one number are. */
const BESIDE = 24;

/**
 * The numbers and dates that one side has and the other has not. A number that is written otherwise (خمسة for ٥) is the same. In
 * «٢٠٢١ و٢٠٢١» for «٢٠٢٠ و٢٠٢١» the second stands on both sides where nothing differs, so that the first is what changed.
 */
export function figureChanges(
  givenText: string,
  sourceText: string,
  source: Span,
  steps: readonly ReadStep[],
): FigureChange[] {
  const changed = steps.filter(isChange);
  const start = steps.find(({ givenAt }) => givenAt)?.givenAt?.start ?? 0;
  const end = Math.max(...steps.map(({ givenAt }) => givenAt?.end ?? 0));
  const mine = sideOf(
    givenText,
    { start, end },
    changed.map(({ givenAt }) => givenAt),
  );
  const theirs = sideOf(
    sourceText,
    source,
    changed.map(({ sourceAt }) => sourceAt),
  );
  const given = lacking(unsettled(mine, theirs), unsettled(theirs, mine));
  const lost = lacking(unsettled(theirs, mine), unsettled(mine, theirs));

  const told: FigureChange[] = [];
  const used = new Set<NumberMention>();
  const tell = (step: ReadStep, a: NumberMention | undefined, b: NumberMention | undefined): void => {
    for (const one of [a, b]) if (one !== undefined) used.add(one);
    const kind = isDate(a ?? b) ? "date" : "number";
    const change = {
      kind,
      ...(a !== undefined && { given: givenText.slice(a.start, a.end) }),
      ...(b !== undefined && { source: sourceText.slice(b.start, b.end) }),
    } as const;
    told.push({ step, change });
  };
  const open = (mentions: readonly NumberMention[], at: Span | undefined) =>
    mentions.filter((mention) => !used.has(mention) && touches(mention, at));
  const partner = (mentions: readonly NumberMention[], areOne: (other: NumberMention) => boolean) =>
    mentions.find((other) => !used.has(other) && areOne(other));
  for (const step of changed) {
    for (const a of open(given, step.givenAt))
      tell(
        step,
        a,
        partner(lost, (b) => standTogether(a, b, steps)),
      );
    for (const b of open(lost, step.sourceAt))
      tell(
        step,
        partner(given, (a) => standTogether(a, b, steps)),
        b,
      );
    if (step.op === "move")
      for (const a of mine.mentions) if (touches(a, step.givenAt)) told.push(moved(step));
  }
  return told;
}

interface Side {
  readonly mentions: readonly NumberMention[];
  /** Those that no difference touches. */
  readonly settled: readonly NumberMention[];
}

function sideOf(text: string, { start, end }: Span, changed: readonly (Span | undefined)[]): Side {
  const from = Math.max(0, start - BESIDE);
  const mentions = numbersIn(text.slice(from, end + BESIDE))
    .map((mention) => ({ ...mention, start: mention.start + from, end: mention.end + from }))
    .filter((mention) => touches(mention, { start, end }));
  return { mentions, settled: mentions.filter((mention) => !changed.some((at) => touches(mention, at))) };
}

/** The mentions of a side but those that the other side has too, untouched by any difference. */
function unsettled({ mentions, settled }: Side, other: Side): NumberMention[] {
  const alone = new Set(lacking(settled, other.settled));
  return mentions.filter((mention) => !settled.includes(mention) || alone.has(mention));
}

/** The mentions that have no equal among the others. */
function lacking(mentions: readonly NumberMention[], others: readonly NumberMention[]): NumberMention[] {
  const rest = others.map(amountOf);
  return mentions.filter((mention) => {
    const at = rest.indexOf(amountOf(mention));
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

function amountOf({ value, unit, date }: NumberMention): string {
  return date ?? `${value} ${unit ?? ""}`;
}

/** «٥» and «٥ مليارات» stand in one place, though a word behind them is all that differs. */
function standTogether(a: NumberMention, b: NumberMention, steps: readonly ReadStep[]): boolean {
  return steps.some(
    ({ givenAt, sourceAt }) =>
      givenAt !== undefined &&
      sourceAt !== undefined &&
      touches(a, givenAt) &&
      touches(b, sourceAt) &&
      Math.abs(a.start - givenAt.start - (b.start - sourceAt.start)) < BESIDE,
  );
}

function moved(step: ReadStep): FigureChange {
  const { given = "", source = "" } = step;
  return { step, change: { kind: "number", given, source } };
}

function touches(mention: NumberMention, at: Span | undefined): boolean {
  return at !== undefined && mention.start < at.end && mention.end > at.start;
}

function isDate(mention: NumberMention | undefined): boolean {
  return mention?.kind === "date" || mention?.kind === "year";
}

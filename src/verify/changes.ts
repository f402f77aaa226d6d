import { isGenericNoun } from "../arabic/generic-nouns.ts";
import { monthOf } from "../arabic/months.ts";
import { isNegation } from "../arabic/negations.ts";
import { numberWord } from "../arabic/number-words.ts";
import { isStopWord } from "../arabic/stop-words.ts";
import type { Token } from "../arabic/token.ts";
import { tokenize } from "../arabic/tokens.ts";
import type { Article, Span } from "../corpus/article.ts";
import type { ReadStep } from "./diff.ts";
import { figureChanges, isChange } from "./figure-changes.ts";
import type { GivenText } from "./given-text.ts";
import { DEFINITE, namesSpeaker } from "./speakers.ts";
import type { DiffStep, MeaningChange } from "./verification.ts";

/**
 * The differences that change what is said: another number or date, another name, a negation more or less. Numbers and dates
 * first, then negations, then names; each once.
 */
export function changesOf(
  given: GivenText,
  article: Article,
  source: Span,
  steps: readonly ReadStep[],
): MeaningChange[] {
  const changed = steps.filter(isChange);
  if (changed.length === 0) return [];
  const figures = figureChanges(given.text, article.text, source, steps);
  const changes = [
    ...figures.map(({ change }) => change),
    ...changed.flatMap((step) =>
      figures.some((told) => told.step === step) ? [] : (wordChange(step) ?? []),
    ),
    ...changed.flatMap((step) => negationChange(step) ?? []),
    ...changed.flatMap((step) => nameChange(step, given, article) ?? []),
    ...speakerChanges(steps, given, article),
  ];
  const told = new Set<string>();
  return changes.filter((change) => {
    const key = `${change.given ?? ""}\t${change.source ?? ""}`;
    if (told.has(key)) return false;
    told.add(key);
    return true;
  });
}

/** Digits, number words and months that are read as no number by themselves. */
function wordChange({ given, source }: DiffStep): MeaningChange | undefined {
  const [a, b] = [termsIn(given), termsIn(source)];
  const differ = (is: (term: string) => boolean) => {
    const [left, right] = [a.filter(is), b.filter(is)];
    return left.join(" ") !== right.join(" ");
  };
  const written = known({ given, source });
  if (differ((term) => monthOf(term) !== undefined && term.length > 2)) return { kind: "date", ...written };
  const isFigure = (term: string) => /^\d[\d.,]*$/.test(term) || numberWord(bare(term)) !== undefined;
  return differ(isFigure) && !sameFigures(a, b) ? { kind: "number", ...written } : undefined;
}

/** و, ب, ل and the article may be attached to a number word. */
function bare(term: string): string {
  if (numberWord(term) !== undefined) return term;
  return term.replace(/^[\u0648\u0641]?(?:[\u0628\u0644\u0643])?(?:\u0627\u0644)?(?=...)/, "");
}

/** «٥» and «خمسة». */
function sameFigures(a: readonly string[], b: readonly string[]): boolean {
  const values = (terms: readonly string[]) =>
    terms
      .map((term) => (/^\d/.test(term) ? Number(term) : numberWord(bare(term))?.value))
      .filter((value) => value !== undefined)
      .join(" ");
  return values(a) === values(b);
}

function negationChange({ op, given, source }: DiffStep): MeaningChange | undefined {
  const count = (words: string | undefined) => termsIn(words).filter(isNegation).join(" ");
  const changed = op === "move" ? count(given) !== "" : count(given) !== count(source);
  return changed ? { kind: "negation", ...known({ given, source }) } : undefined;
}

/** A word that is told to be a name by its letters, or by the word before it. */
function nameChange(step: DiffStep, given: GivenText, article: Article): MeaningChange | undefined {
  if (step.op === "move") return undefined;
  const isNamed = namesIn(given.text, step.givenAt) || namesIn(article.text, step.sourceAt);
  return isNamed ? { kind: "name", ...known({ given: step.given, source: step.source }) } : undefined;
}

/** A speaker who is another one, or none: with the words behind the first that differ too, which belong to the name. */
function speakerChanges(steps: readonly ReadStep[], given: GivenText, article: Article): MeaningChange[] {
  return steps.flatMap((step, i) => {
    const isNamed = beginsSpeaker(given.text, step.givenAt) || beginsSpeaker(article.text, step.sourceAt);
    if (!isChange(step) || step.op === "move" || !isNamed) return [];
    const rest = steps.slice(i + 1, i + LONGEST_NAME);
    const end = rest.findIndex((next) => next.op !== "replace" || !isChange(next));
    const all = [step, ...rest.slice(0, end < 0 ? rest.length : end)];
    const written = (text: string, spans: readonly (Span | undefined)[]) => {
      const own = spans.filter((span) => span !== undefined);
      const [first, last] = [own[0], own.at(-1)];
      return first === undefined || last === undefined ? undefined : text.slice(first.start, last.end);
    };
    const names = {
      given: written(
        given.text,
        all.map(({ givenAt }) => givenAt),
      ),
      source: written(
        article.text,
        all.map(({ sourceAt }) => sourceAt),
      ),
    };
    return { kind: "name" as const, ...known(names) };
  });
}

function beginsSpeaker(text: string, at: Span | undefined): boolean {
  return at !== undefined && namesSpeaker(text, at.start);
}

/** Words of a name that are told as one. */
const LONGEST_NAME = 4;

function namesIn(text: string, at: Span | undefined): boolean {
  if (at === undefined) return false;
  const before = tokenize(text.slice(Math.max(0, at.start - BESIDE), at.start)).at(-1);
  const words = tokenize(text.slice(at.start, at.end));
  return words.some((word, i) =>
    isName(word, words[i - 1] ?? before, text.slice(at.start + word.start, at.start + word.end)),
  );
}

/** Characters before a word in which the word before it is looked for. */
const BESIDE = 24;

/** Arabic has no capitals: Latin letters tell a name, and a generic noun without the article before a word without one. */
function isName({ term }: Token, before: Token | undefined, written: string): boolean {
  if (/^[a-z]/.test(term)) return !isStopWord(term) && (/\d|^.?[A-Z]/.test(written) || term.length > 2);
  if (before === undefined || isStopWord(before.term) || isStopWord(term) || /^\d/.test(term)) return false;
  return (
    isGenericNoun(before.term) && !DEFINITE.test(before.term) && !DEFINITE.test(term) && !isGenericNoun(term)
  );
}

function termsIn(text: string | undefined): string[] {
  return text === undefined ? [] : tokenize(text).map(({ term }) => term);
}

function known({ given, source }: { given: string | undefined; source: string | undefined }) {
  return { ...(given !== undefined && { given }), ...(source !== undefined && { source }) };
}

/**
 * Fits the weights of the verdict: `npm run fit`. Prints how the verdict goes with questions that it was not fitted to, what
 * each group of signals is worth, and risk against coverage. With `EVAL_DIR` and `EXTRA_CORPUS`, the sets beside the
 * project, it writes `src/answer/verdict-weights.ts`; without them it only prints, since the project's own questions are too few.
 * With `-- --embeddings` and `EMBEDDINGS_URL` it chooses what the likeness by the server's model counts, fits a verdict for that order, and
 * writes `src/answer/meaning-weights.ts`. With `--keep-likeness` beside it the likeness that is written there is kept, and the verdict alone is
 * fitted.
 */
import { writeFileSync } from "node:fs";
import { MEANING_WEIGHTS } from "../src/answer/meaning-weights.ts";
import type { MeaningWeights } from "../src/answer/model.ts";
import { MEANING_SIGNALS, SIGNALS, type Signals } from "../src/answer/signals.ts";
import { VERDICT_WEIGHTS } from "../src/answer/verdict-weights.ts";
import { chooseLikeness } from "./fit-likeness.ts";
import { fitLogistic, predict, type Regression } from "./fit-regression.ts";
import {
  curveOf,
  outcomeOf,
  percent,
  reportOf,
  type Share,
  type Thresholds,
  type Told,
  table,
} from "./fit-report.ts";
import { type Asked, askSets, fingerprint, numberOf, type QuestionSet, questionSets } from "./fit-sets.ts";
import { renderMeaningWeights, renderWeights, verdictOf } from "./fit-weights.ts";
import { byWords, openerOf } from "./meaning-of-bench.ts";

const byMeaning = process.argv.includes("--embeddings");
const NAMES: readonly (keyof Signals)[] = byMeaning ? [...SIGNALS, ...MEANING_SIGNALS] : SIGNALS;
const FOLDS = 10;
const SEED = 1;
/** The ridge penalty on standardised signals; the sets weigh some 2,500 questions together. */
const RIDGE = 20;
/** From the root of the project, where npm starts its scripts. */
const WEIGHTS = "src/answer/verdict-weights.ts";

const MEANING_FILE = "src/answer/meaning-weights.ts";

const GROUPS: Readonly<Record<string, readonly (keyof Signals)[]>> = {
  ...(byMeaning && { "likeness by meaning": MEANING_SIGNALS }),
  "lead over rivals": ["lead"],
  "what the window covers": ["covered"],
  "neighbouring words": ["neighbours"],
  "rank of the passage": ["ranked"],
  "heading and title": ["heading"],
  "how known the subject is": ["known"],
  keyness: ["keyness"],
  "kind and length of the question": ["typed", "fit", "length"],
};

interface Target {
  readonly set: string;
  readonly of: keyof ReturnType<typeof outcomeOf>;
  readonly least?: number;
  readonly most?: number;
}

/** What the thresholds are chosen for, per cent, by set: at least, or at most. */
const TARGETS_BY_WORDS: readonly Target[] = [
  { set: "wiki", of: "claimsRight", least: 91 },
  { set: "wiki", of: "answerableClaimed", least: 72 },
  { set: "wiki", of: "unanswerableClaimed", most: 1 },
  { set: "wiki", of: "answerableSilent", most: 2.5 },
  { set: "seeds-dev", of: "claimsRight", least: 88 },
  { set: "seeds-dev", of: "answerableClaimed", least: 50 },
  { set: "seeds-dev", of: "unanswerableClaimed", most: 15 },
  { set: "seeds-dev", of: "answerableSilent", most: 3.5 },
  { set: "seeds-hard", of: "unanswerableClaimed", most: 17 },
  { set: "seeds-hard", of: "rightShown", least: 20 },
  { set: "off-topic, seeds", of: "unanswerableClaimed", most: 0 },
  { set: "off-topic, seeds", of: "unanswerableSilent", least: 80 },
  { set: "off-topic, shipped", of: "unanswerableClaimed", most: 0 },
  { set: "off-topic, shipped", of: "unanswerableSilent", least: 80 },
  { set: "own", of: "claimsRight", least: 95 },
  { set: "own", of: "unanswerableClaimed", most: 0 },
];

/** With likeness by meaning nothing is to be worse than what words alone come to, and what they left in silence is shown. */
const TARGETS_BY_MEANING: readonly Target[] = [
  { set: "wiki", of: "claimsRight", least: 91.5 },
  { set: "wiki", of: "answerableClaimed", least: 72 },
  { set: "wiki", of: "unanswerableClaimed", most: 1 },
  { set: "wiki", of: "answerableSilent", most: 1 },
  { set: "seeds-dev", of: "claimsRight", least: 88 },
  { set: "seeds-dev", of: "answerableClaimed", least: 48 },
  { set: "seeds-dev", of: "unanswerableClaimed", most: 15 },
  { set: "seeds-dev", of: "answerableSilent", most: 2.5 },
  { set: "seeds-hard", of: "unanswerableClaimed", most: 17 },
  { set: "seeds-hard", of: "rightShown", least: 27 },
  { set: "off-topic, seeds", of: "unanswerableClaimed", most: 0 },
  { set: "off-topic, seeds", of: "unanswerableSilent", least: 83 },
  { set: "off-topic, shipped", of: "unanswerableClaimed", most: 0 },
  { set: "off-topic, shipped", of: "unanswerableSilent", least: 88.5 },
  { set: "own", of: "claimsRight", least: 95 },
  { set: "own", of: "unanswerableClaimed", most: 0 },
];

const targets = byMeaning ? TARGETS_BY_MEANING : TARGETS_BY_WORDS;

type Task = "right" | "near";

const { EVAL_DIR, EXTRA_CORPUS } = process.env;
const sets = questionSets(EVAL_DIR, EXTRA_CORPUS);
const opener = byMeaning ? await openerOf(process.env) : byWords;
if (byMeaning && opener.model === undefined) throw new Error("--embeddings needs EMBEDDINGS_URL");
const kept = process.argv.includes("--keep-likeness") ? MEANING_WEIGHTS[opener.model ?? ""] : undefined;
const likeness = byMeaning ? (kept?.likeness ?? (await chooseLikeness(sets, opener, foldOf))) : undefined;
const asked = await askSets(sets, opener, likeness && { likeness, verdict: VERDICT_WEIGHTS });
const told = tell(asked, NAMES);
const thresholds = chooseThresholds(told);

console.log(`out of fold, ${FOLDS} folds, claimed from ${thresholds.right}, shown from ${thresholds.near}\n`);
console.log(reportOf(bySet(told), thresholds));
console.log("\nwithout a group of signals (log loss of both fits; thresholds chosen again)\n");
console.log(ablation());
console.log("\nrisk against coverage\n");
console.log(curveOf(bySet(told)));

const models = { right: fitTask(asked, "right", NAMES), near: fitTask(asked, "near", NAMES) };
if (sets.some(({ name }) => name === "wiki")) {
  const provenance = {
    sets: sets.filter(isFitted).map((set) => ({ name: set.name, ...fingerprint(set) })),
    folds: FOLDS,
    seed: SEED,
    ridge: RIDGE,
  };
  if (likeness !== undefined && opener.model !== undefined) {
    const own: MeaningWeights = { likeness, verdict: verdictOf(models, thresholds, NAMES) };
    writeFileSync(
      MEANING_FILE,
      renderMeaningWeights({ ...MEANING_WEIGHTS, [opener.model]: own }, provenance),
    );
  } else writeFileSync(WEIGHTS, renderWeights(verdictOf(models, thresholds, NAMES), provenance));
  console.log(`\nwritten to ${byMeaning ? MEANING_FILE : WEIGHTS}`);
} else console.log("\nnothing is written: EVAL_DIR and EXTRA_CORPUS name no sets");

/** The probabilities of all questions, each by models that were fitted without its fold. */
function tell(all: readonly Asked[], signals: readonly (keyof Signals)[]): Told[] {
  const folds = Array.from({ length: FOLDS }, (_, fold) => {
    const rest = all.filter((one) => foldOf(one) !== fold);
    return { right: fitTask(rest, "right", signals), near: fitTask(rest, "near", signals) };
  });
  return all.map((one) => {
    const models = folds[foldOf(one)];
    if (one.found === undefined || models === undefined) return { asked: one, right: 0, near: 0 };
    const row = rowOf(one.found.signals, signals);
    return { asked: one, right: predict(models.right, row), near: predict(models.near, row) };
  });
}

function foldOf({ key }: Asked): number {
  return numberOf(`${SEED}${key}`) % FOLDS;
}

function fitTask(all: readonly Asked[], task: Task, signals: readonly (keyof Signals)[]): Regression {
  const examples = all.flatMap((one) => {
    const weight = weightIn(one, task);
    if (one.found === undefined || weight === 0) return [];
    const isTrue = task === "right" ? one.found.isRight : one.isAnswerable;
    return [{ row: rowOf(one.found.signals, signals), isTrue, weight }];
  });
  return fitLogistic(examples, RIDGE);
}

function weightIn({ set, isAnswerable }: Asked, task: Task): number {
  return task === "near" && set.asksOfSubject && !isAnswerable ? 0 : set.weight[task];
}

function isFitted({ weight }: QuestionSet): boolean {
  return weight.right > 0 || weight.near > 0;
}

function rowOf(signals: Signals, names: readonly (keyof Signals)[]): number[] {
  return names.map((name) => signals[name]);
}

/** The thresholds that miss the targets least, in steps of a hundredth; of several alike the middle one. */
function chooseThresholds(all: readonly Told[]): Thresholds {
  const sets = bySet(all);
  const missed = (thresholds: Thresholds, test: (of: string) => boolean): number =>
    targets
      .filter(({ of }) => test(of))
      .reduce((sum, { set, of, least, most }) => {
        const questions = sets.get(set);
        if (questions === undefined) return sum;
        const value = percent(outcomeOf(questions, thresholds)[of]);
        const short = Math.max(0, (least ?? 0) - value, value - (most ?? 100));
        return sum + short;
      }, 0);
  const near = bestOf(range(5, 40), (near) => missed({ right: 0, near }, isOfSilence));
  const right = bestOf(range(40, 85), (right) => missed({ right, near }, (of) => !isOfSilence(of)));
  return { right, near };
}

function isOfSilence(of: string): boolean {
  return of.endsWith("Silent") || of === "rightShown";
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => (from + i) / 100);
}

function bestOf(values: readonly number[], cost: (value: number) => number): number {
  const costs = values.map(cost);
  const least = Math.min(...costs);
  const best = values.filter((_, i) => costs[i] === least);
  return best[Math.floor(best.length / 2)] ?? 0.5;
}

function ablation(): string {
  const line = (name: string, all: readonly Told[]): string[] => {
    const chosen = chooseThresholds(all);
    const sets = bySet(all);
    const show = (set: string, ...shares: (keyof ReturnType<typeof outcomeOf>)[]): string => {
      const questions = sets.get(set);
      if (questions === undefined) return "–";
      const outcome: Readonly<Record<string, Share>> = { ...outcomeOf(questions, chosen) };
      return shares.map((of) => percent(outcome[of] ?? { part: 0, whole: 0 }).toFixed(1)).join(" / ");
    };
    return [
      name,
      lossOf(all, "right").toFixed(4),
      lossOf(all, "near").toFixed(4),
      show("wiki", "claimsRight", "answerableClaimed", "unanswerableClaimed"),
      show("seeds-dev", "claimsRight", "answerableClaimed", "unanswerableClaimed"),
      show("off-topic, seeds", "unanswerableClaimed", "unanswerableSilent"),
      show("off-topic, shipped", "unanswerableClaimed", "unanswerableSilent"),
    ];
  };
  const unvetoed = told.map((one) => {
    if (one.asked.found === undefined) return one;
    const { veto: _, ...found } = one.asked.found;
    return { ...one, asked: { ...one.asked, found } };
  });
  return table([
    [
      "without",
      "right",
      "near",
      "wiki: right / claimed / unanswerable claimed",
      "seeds-dev",
      "off-topic, seeds: claimed / silent",
      "shipped",
    ],
    line("(nothing)", told),
    ...Object.entries(GROUPS).map(([name, group]) =>
      line(
        name,
        tell(
          asked,
          NAMES.filter((signal) => !group.includes(signal)),
        ),
      ),
    ),
    line("the vetoes", unvetoed),
  ]);
}

/** Mean log loss of the questions that count. */
function lossOf(all: readonly Told[], task: Task): number {
  let sum = 0;
  let weights = 0;
  for (const one of all) {
    if (one.asked.found === undefined) continue;
    const weight = weightIn(one.asked, task);
    const isTrue = task === "right" ? one.asked.found.isRight : one.asked.isAnswerable;
    const p = Math.min(1 - 1e-9, Math.max(1e-9, one[task]));
    sum -= weight * Math.log(isTrue ? p : 1 - p);
    weights += weight;
  }
  return sum / weights;
}

function bySet(all: readonly Told[]): Map<string, Told[]> {
  const sets = new Map<string, Told[]>();
  for (const one of all) sets.set(one.asked.set.name, [...(sets.get(one.asked.set.name) ?? []), one]);
  return sets;
}

import type { MeaningWeights } from "../src/answer/model.ts";
import { VERDICT_WEIGHTS } from "../src/answer/verdict-weights.ts";
import { table } from "./fit-report.ts";
import { type Asked, askSets, type QuestionSet } from "./fit-sets.ts";
import type { AnswererOpener } from "./meaning-of-bench.ts";

type Likeness = MeaningWeights["likeness"];

/** The weights that are tried: always, and where no sentence covers the question. */
const ALWAYS = [0.4, 0.8, 1.2];
const UNCOVERED = [1, 2, 3, 4];

/**
 * Chooses what the likeness by meaning counts in the order of sentences: the weights around which most first quotations are right, right
 * marks counting half as much again, in the mean of the sets; each pair is judged together with the pairs beside it, since a few hundred
 * questions tell neighbours apart by chance. Prints each set out of fold beside words alone.
 */
export async function chooseLikeness(
  sets: readonly QuestionSet[],
  opener: AnswererOpener,
  foldOf: (one: Asked) => number,
): Promise<Likeness> {
  const whole = sets
    .filter(({ parted }) => parted === undefined)
    .map(
      (set): QuestionSet => ({
        ...set,
        takes: (gold) => gold.article !== null && (set.takes?.(gold) ?? true),
      }),
    );
  const words = await askSets(whole);
  const tried: Tried[] = [];
  for (const always of ALWAYS) {
    for (const uncovered of UNCOVERED) {
      const likeness = { always, uncovered };
      tried.push({ likeness, asked: await askSets(whole, opener, { likeness, verdict: VERDICT_WEIGHTS }) });
    }
  }
  const best = (test: (one: Asked) => boolean): Tried => {
    const worths = tried.map(({ asked }) => worth(asked.filter(test)));
    const around = tried.map((one) => {
      const near = worths.filter((_, i) => areBeside(one.likeness, tried[i]?.likeness));
      return near.reduce((sum, value) => sum + value, 0) / near.length;
    });
    return tried[around.indexOf(Math.max(...around))] ?? { likeness: { always: 0, uncovered: 0 }, asked: [] };
  };
  const folds = [...new Set(words.map(foldOf))];
  const unseen = folds.flatMap((fold) =>
    best((one) => foldOf(one) !== fold).asked.filter((one) => foldOf(one) === fold),
  );
  const chosen = best(() => true);
  const names = [...new Set(words.map(({ set }) => set.name))];
  const row = (name: string, asked: readonly Asked[]): string[] => [
    name,
    ...names.map((set) => {
      const own = asked.filter((one) => one.set.name === set);
      const share = (test: (one: Asked) => boolean) =>
        ((100 * own.filter(test).length) / own.length).toFixed(1);
      return `${share(isRight)} / ${share(isMarked)}`;
    }),
  ];
  console.log("quote@1 / highlight@1 before the verdict, by the weight of likeness: always, uncovered\n");
  console.log(
    table([
      ["", ...names],
      row("words alone", words),
      ...tried.map(({ likeness, asked }) => row(`${likeness.always}, ${likeness.uncovered}`, asked)),
      row("chosen, out of fold", unseen),
    ]),
  );
  console.log(`\nchosen: ${JSON.stringify(chosen.likeness)}\n`);
  return chosen.likeness;
}

interface Tried {
  readonly likeness: Likeness;
  readonly asked: readonly Asked[];
}

/** The same weights, or one step from one another. */
function areBeside(a: Likeness, b: Likeness | undefined): boolean {
  if (b === undefined) return false;
  const steps = (of: readonly number[], x: number, y: number) => Math.abs(of.indexOf(x) - of.indexOf(y));
  return steps(ALWAYS, a.always, b.always) + steps(UNCOVERED, a.uncovered, b.uncovered) <= 1;
}

/** Mean of the sets: the share of right first quotations and half the share of right marks. */
function worth(asked: readonly Asked[]): number {
  const shares = [...new Set(asked.map(({ set }) => set.name))].map((name) => {
    const own = asked.filter(({ set }) => set.name === name);
    return (own.filter(isRight).length + 0.5 * own.filter(isMarked).length) / own.length;
  });
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
}

function isRight({ found }: Asked): boolean {
  return found?.isRight === true;
}

function isMarked({ found }: Asked): boolean {
  return found?.isMarked === true;
}

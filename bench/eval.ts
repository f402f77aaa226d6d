/**
 * Scores what ships: `npm run eval`. The project's golden questions in two halves by article, of which one may be looked at
 * and the other is only scored; with `EVAL_DIR` and `EXTRA_CORPUS` the sets beside the project too. Each share has its 95 %
 * interval. The weights of the verdict were fitted to these sets, except the half that is only scored: what `npm run fit`
 * prints is told of questions that they have not seen. With `EMBEDDINGS_URL` answers go by meaning too, once all vectors are there.
 * `-- --sets golden,seeds-` scores the sets alone whose names begin so.
 */
import { parseArgs } from "node:util";
import { loadCorpus, type Verdict } from "../src/index.ts";
import { type GoldQuestion, isLookedAt, isMarked, isRight } from "./eval-gold.ts";
import { type Share, table, withInterval } from "./fit-report.ts";
import { goldenSet, type QuestionSet, questionSets, questionsOf } from "./fit-sets.ts";
import { openerOf } from "./meaning-of-bench.ts";

interface Scored {
  readonly isAnswerable: boolean;
  readonly verdict: Verdict;
  /** Place of the first right quotation among those shown, from 0; -1 where none is right. */
  readonly rank: number;
  readonly isMarked: boolean;
  readonly length: number;
}

const { EVAL_DIR, EXTRA_CORPUS } = process.env;
const { values } = parseArgs({ options: { sets: { type: "string", default: "" } } });
const beginnings = values.sets.split(",");
const opener = await openerOf(process.env);
const halves: QuestionSet[] = [
  { ...goldenSet, name: "golden, looked at" },
  { ...goldenSet, name: "golden, only scored", takes: (gold: GoldQuestion) => !isLookedAt(gold) },
];
const others = questionSets(EVAL_DIR, EXTRA_CORPUS).filter(
  ({ name, parted }) => name !== goldenSet.name && parted === undefined,
);

const rows = [
  [
    "",
    "questions",
    "quote@1",
    "quote@5",
    "highlight@1",
    "claims right",
    "claimed",
    "unanswerable claimed",
    "answerable silent",
    "unanswerable silent",
    "median length",
  ],
];
const chosen = [...halves, ...others].filter(({ name }) =>
  beginnings.some((begin) => name.startsWith(begin)),
);
for (const set of chosen) rows.push([set.name, ...rowOf(await score(set))]);
console.log(table(rows));

async function score(set: QuestionSet): Promise<Scored[]> {
  const { corpus } = await loadCorpus(set.corpus);
  const answerer = await opener.open(corpus);
  const scored: Scored[] = [];
  for (const gold of questionsOf(set)) {
    const { verdict, findings } = await answerer.answer(gold.question);
    const [first] = findings;
    scored.push({
      isAnswerable: gold.article !== null,
      verdict,
      rank: gold.article === null ? -1 : findings.findIndex((finding) => isRight(gold, finding)),
      isMarked: gold.article !== null && first !== undefined && isMarked(gold, first),
      length: first?.quotation.quote.length ?? 0,
    });
  }
  return scored;
}

function rowOf(all: readonly Scored[]): string[] {
  const yes = all.filter(({ isAnswerable }) => isAnswerable);
  const no = all.filter(({ isAnswerable }) => !isAnswerable);
  const isClaimed = ({ verdict }: Scored) => verdict === "answered";
  const isSilent = ({ verdict }: Scored) => verdict === "unanswered";
  const share = (of: readonly Scored[], test: (one: Scored) => boolean): Share => ({
    part: of.filter(test).length,
    whole: of.length,
  });
  const lengths = all
    .map(({ length }) => length)
    .filter((length) => length > 0)
    .sort((a, b) => a - b);
  const claims = yes.length === 0 ? [] : all.filter(isClaimed);
  return [
    String(all.length),
    ...[
      share(yes, ({ rank }) => rank === 0),
      share(yes, ({ rank }) => rank >= 0 && rank < 5),
      share(yes, (one) => one.isMarked),
      share(claims, ({ rank }) => rank === 0),
      share(yes, isClaimed),
      share(no, isClaimed),
      share(yes, isSilent),
      share(no, isSilent),
    ].map(withInterval),
    String(lengths[Math.floor(lengths.length / 2)] ?? "–"),
  ];
}

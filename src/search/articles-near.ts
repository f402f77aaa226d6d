import { lightStem } from "../arabic/stems.ts";
import { tokenize } from "../arabic/tokens.ts";
import type { Corpus } from "../corpus/article.ts";
import type { Lexicon } from "./lexicon.ts";
import type { PassageStore } from "./passage-store.ts";
import type { SearchTerm } from "./search-index.ts";

/** Words of a text that are looked for together: they may be quoted from another article than those behind them. */
const WINDOW = 24;
/** The rarest of them, which find the text where most of it is as given. */
const RAREST = 8;
/** Passages that hold most of these. */
const BEST = 5;

/** The articles that may hold a text or parts of it. */
export async function articlesNear(
  store: PassageStore,
  text: string,
): Promise<Pick<Corpus, "articles" | "passages">> {
  const words = tokenize(text).map(({ term }) => term);
  const windows = Array.from({ length: Math.ceil(words.length / WINDOW) }, (_, i) =>
    words.slice(i * WINDOW, (i + 1) * WINDOW),
  );
  const read = await Promise.all(
    windows.map(async (window) => {
      const { places, read } = await store.candidates(rarest(window, store.lexicon), BEST);
      return (await read(places, [])).passagesOf;
    }),
  );
  const byId = new Map(
    read.flatMap((passagesOf) =>
      Array.from(passagesOf, ([article, passages]) => [article.id, { article, passages }] as const),
    ),
  );
  const found = [...byId.values()];
  return {
    articles: found.map(({ article }) => article),
    passages: found.flatMap(({ passages }) => passages),
  };
}

function rarest(words: readonly string[], { vocabulary, frequency }: Lexicon): SearchTerm[] {
  const counts = new Map<string, number>();
  for (const word of words) {
    const id = vocabulary.find(word);
    const stem = vocabulary.findLight(lightStem(word));
    if (stem === undefined || (id !== undefined && vocabulary.isStop[id] === 1)) continue;
    counts.set(vocabulary.lightStems[stem] ?? "", frequency.light[stem] ?? 0);
  }
  return [...counts]
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => a - b)
    .slice(0, RAREST)
    .map(([term]) => ({ field: "light", term, weight: 1 }));
}

import { fold } from "../arabic/folding.ts";
import type { Article, Corpus } from "../corpus/article.ts";
import { articleKey } from "../corpus/article-key.ts";
import type { Library } from "../corpus/library.ts";
import { groupBy } from "../corpus/passage-groups.ts";
import { questionsOf } from "./article-questions.ts";
import { clean } from "./foreign-text.ts";

/** A corpus in this process. Titles are read when an article is first looked for. */
export function libraryOf({ articles, passages, byKey }: Corpus): Library {
  let keys: ReadonlyMap<string, Article> | undefined;
  let titles: readonly Titled[] | undefined;
  let ofArticles: ReturnType<typeof groupBy<Article>> | undefined;
  const withKey = (key: string) => {
    keys ??= new Map(articles.map((article) => [articleKey(article), article]));
    return keys.get(key);
  };
  const all = () => {
    titles ??= articles.map(titled);
    return titles;
  };
  return {
    size: articles.length,
    async passages(keys) {
      const found = keys.flatMap((key) => byKey.get(key) ?? []);
      return new Map(found.map((passage) => [passage.key, passage]));
    },
    async passagesOf(article) {
      ofArticles ??= groupBy(passages, (passage) => passage.article);
      return ofArticles.get(article) ?? [];
    },
    articles: async (from, count) => articles.slice(from, from + count),
    placeOf: async (article) => Math.max(0, articles.indexOf(article)),
    async withQuestions(count) {
      const asking = articles.filter((article) => questionsOf(article).written.length > 0).slice(0, count);
      const chosen = new Set([...asking, ...articles.slice(0, count)]);
      return articles.filter((article) => chosen.has(article));
    },
    withKey: async (key) => withKey(key),
    async named(name) {
      const written = clean(name);
      if (written === "") return undefined;
      const known = withKey(written) ?? byKey.get(written)?.article;
      if (known !== undefined) return known;
      const own = articles.find(({ id, file }) => id === written || isFile(file, written));
      if (own !== undefined) return own;
      const folded = fold(written);
      const same = all().find(({ title }) => title === folded);
      if (same !== undefined) return same.article;
      const [one, another] = all().filter(({ title }) => title.includes(folded));
      return another === undefined ? one?.article : undefined;
    },
    async holding(words, limit) {
      const wanted = fold(clean(words)).split(" ").filter(Boolean);
      const found = all().filter(({ title, about }) =>
        wanted.every((word) => title.includes(word) || about.includes(word)),
      );
      const isTitled = ({ title }: Titled) => Number(title.startsWith(wanted[0] ?? ""));
      return found
        .toSorted((a, b) => isTitled(b) - isTitled(a))
        .slice(0, limit)
        .map(({ article }) => article);
    },
    async holdsWord(word) {
      const found = new RegExp(word, "iu");
      return articles.some(({ text }) => found.test(text));
    },
  };
}

/** With its ending or without. */
function isFile(file: string, written: string): boolean {
  return file === written || file.replace(/\.\w+$/, "") === written;
}

/** What an article is looked for by. */
export interface Titled {
  readonly article: Article;
  /** Folded. */
  readonly title: string;
  readonly about: string;
}

export function titled(article: Article): Titled {
  const { title, author = "", source = "" } = article;
  return { article, title: fold(clean(title)), about: fold(clean(`${author} ${source}`)) };
}

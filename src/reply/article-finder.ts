import { createHash } from "node:crypto";
import { fold } from "../arabic/folding.ts";
import type { Article, Corpus } from "../corpus/article.ts";
import { clean } from "./foreign-text.ts";

/** Finds articles by what people and buttons name them with. */
export interface ArticleFinder {
  /** The article with this key. */
  withKey(key: string): Article | undefined;
  /**
   * The article that a person names: by its key or that of a passage of it, by its id or file, or by its title; by a part of a title where no other
   * title has it.
   */
  named(name: string): Article | undefined;
  /** Articles whose title or publisher holds all words that were typed so far, best first; all for none. */
  holding(words: string, limit: number): readonly Article[];
}

/** Eight characters of base64url, as those of a passage: they depend on the article's id alone. */
export function articleKey({ id }: Pick<Article, "id">): string {
  return codeOf(`article\n${id}`, 8);
}

/** Three characters by which a button tells the questions of an article apart. */
export function questionCode(question: string): string {
  return codeOf(question, 3);
}

function codeOf(text: string, length: number): string {
  return createHash("sha256").update(text, "utf8").digest("base64url").slice(0, length);
}

/** Reads the titles when an article is first looked for. */
export function createArticleFinder(corpus: Corpus): ArticleFinder {
  let byKey: ReadonlyMap<string, Article> | undefined;
  let titles: readonly Titled[] | undefined;
  const keys = () => {
    byKey ??= new Map(corpus.articles.map((article) => [articleKey(article), article]));
    return byKey;
  };
  const all = () => {
    titles ??= corpus.articles.map(titled);
    return titles;
  };
  return {
    withKey: (key) => keys().get(key),
    named(name) {
      const written = clean(name);
      if (written === "") return undefined;
      const known = keys().get(written) ?? corpus.byKey.get(written)?.article;
      if (known !== undefined) return known;
      const own = corpus.articles.find(
        ({ id, file }) => id === written || file === written || file.replace(/\.\w+$/, "") === written,
      );
      if (own !== undefined) return own;
      const folded = fold(written);
      const same = all().find(({ title }) => title === folded);
      if (same !== undefined) return same.article;
      const [one, another] = all().filter(({ title }) => title.includes(folded));
      return another === undefined ? one?.article : undefined;
    },
    holding(words, limit) {
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
  };
}

interface Titled {
  readonly article: Article;
  /** Folded. */
  readonly title: string;
  readonly about: string;
}

function titled(article: Article): Titled {
  const { title, author = "", source = "" } = article;
  return { article, title: fold(clean(title)), about: fold(clean(`${author} ${source}`)) };
}

import type { Talk } from "../arabic/question.ts";
import type { Library } from "../corpus/library.ts";
import { articleList } from "./article-list.ts";
import type { Language, Reply } from "./reply.ts";
import { courtesy } from "./text-replies.ts";
import { wordingOf } from "./wording/index.ts";

/** Nothing is left to say after these: no example follows. */
const LEAVES: ReadonlySet<Talk> = new Set([
  "farewell",
  "night",
  "feast",
  "thanks",
  "praise",
  "sorry",
  "assent",
]);

/** A reply in kind to talk with the bot. `examples` gives questions to tap where one may follow. `compact`: without a list of articles that was not asked for. */
export async function talkReply(
  talk: Talk,
  language: Language,
  library: Library,
  examples: () => Promise<readonly string[]>,
  compact: boolean,
): Promise<Reply> {
  const words = wordingOf(language);
  if (talk === "contents") return articleList(library, language, 1);
  if (talk === "identity") return courtesy(language, words.identity(library.size), await examples());
  const said = courtesy(language, words.talk[talk], LEAVES.has(talk) ? [] : await examples());
  if (talk !== "origin" || compact) return said;
  const list = await articleList(library, language, 1);
  return { ...list, blocks: [...said.blocks, ...list.blocks] };
}

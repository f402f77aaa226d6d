import { parseArgs } from "node:util";
import { CITATION_STYLES, type CitationStyle } from "../../src/index.ts";

/** The command that the command line asks for. */
export type Command = StayingCommand | OneShotCommand;

/** A folder as it was typed. */
interface OnCorpus {
  readonly corpus?: string;
}

/** Waits until all vectors are there, where there is a server of embeddings, if nothing else is said. */
interface Waiting {
  readonly noWait?: true;
}

/** Stays until it is stopped. */
export type StayingCommand = (OnCorpus & { readonly name: "run" }) | (OnCorpus & { readonly name: "serve" });

/** Ends by itself. */
export type OneShotCommand = OnCorpus &
  (
    | { readonly name: "help" | "version" }
    | (Waiting & { readonly name: "batch" })
    | { readonly name: "corpus"; readonly json: boolean }
    | (Waiting & {
        readonly name: "ask";
        readonly question: string;
        readonly json: boolean;
        readonly article?: string;
      })
    | { readonly name: "verify"; readonly text: string; readonly json: boolean }
    | { readonly name: "verify-batch" }
    | (Waiting & { readonly name: "rank"; readonly passages: string })
    | { readonly name: "cite"; readonly key: string; readonly citation?: CitationStyle }
    | { readonly name: "index"; readonly isIncremental: boolean }
    | { readonly name: "doctor" }
  );

/** A command line that cannot be read. The message is one sentence. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** `EX_USAGE` is 64, but 2 is what shells and most programs give. */
export const EXIT_USAGE = 2;

export const USAGE = `isnad [serve | ask "…" [--article NAME] [--json] [--no-wait] | batch [--no-wait] | verify "…" [--json] | verify --batch | rank PASSAGES.jsonl [--no-wait] | corpus [--json] | cite KEY [--style STYLE] | index [--incremental] | doctor] [--corpus DIR]`;

export const HELP = `Usage: ${USAGE}

  isnad                 run the chat platforms that have a token, else a chat in the terminal
  isnad serve           run the chat platforms that have a token; with none, say so and exit with 78
  isnad ask "…"         answer one question; exit with 0 answered, 3 uncertain, 4 unanswered
                        with --article NAME asks one article alone, by its id, its file or its title
  isnad batch           read {"id","question"} lines, print one line of JSON for each
  isnad verify "…"      does this text stand in the articles; exit with 0 exact or but for spelling, 3 altered or stitched,
                        4 not found; with --batch read {"id","text"} lines, print one line of JSON for each
  isnad rank FILE       load {"id","text"} lines from FILE, then read {"id","query"} lines and print {"id","ranked"}
  isnad corpus          what was loaded, what was left out, what is wrong, by file and line
  isnad cite KEY        the passage with this key, and its source; with --style short, full, chicago or bibtex the source alone,
                        written out to be copied; exit with 4 when there is no such passage
  isnad index           send the articles to OpenSearch (OPENSEARCH_URL), beside those that are asked, and put them in their place;
                        what was interrupted goes on; with --incremental only articles that changed are sent
  isnad doctor          what is wrong with the settings and with OpenSearch, and the cure; exit with 78 when nothing can be answered

  --corpus DIR          the folder of articles (default: CORPUS_DIR, else the articles that ship)
  --no-wait             with a server of embeddings: answer by words alone until it has embedded all texts (ask, batch, rank)
  --json                print data instead of text (ask, verify, corpus)
  --help, --version`;

/**
 * Reads the arguments after the program's name.
 * @throws UsageError for a command or an option that there is not, or an argument that is missing
 */
export function parseCommandLine(args: readonly string[]): Command {
  const { values, positionals } = parsed(args);
  if (values.help) return { name: "help" };
  if (values.version) return { name: "version" };
  const [name, ...rest] = positionals;
  const corpus =
    values.corpus === undefined ? {} : { corpus: nonEmpty(values.corpus, "--corpus needs a folder") };
  const json = values.json ?? false;
  if (json && name !== "ask" && name !== "verify" && name !== "corpus")
    throw new UsageError("--json goes with ask, verify and corpus only");
  if (values.article !== undefined && name !== "ask") throw new UsageError("--article goes with ask only");
  if (values.style !== undefined && name !== "cite") throw new UsageError("--style goes with cite only");
  const waiting = values["no-wait"] ? ({ noWait: true } as const) : {};
  if (values["no-wait"] && name !== "ask" && name !== "batch" && name !== "rank")
    throw new UsageError("--no-wait goes with ask, batch and rank only");
  if (values.batch && name !== "verify") throw new UsageError("--batch goes with verify only");
  if (values.incremental && name !== "index") throw new UsageError("--incremental goes with index only");
  switch (name) {
    case "ask":
      return {
        ...corpus,
        name,
        json,
        ...waiting,
        question: nonEmpty(rest.join(" "), "ask needs a question"),
        ...(values.article !== undefined && { article: nonEmpty(values.article, "--article needs a name") }),
      };
    case "verify":
      if (values.batch) return { ...corpus, name: none("verify-batch", rest) };
      return { ...corpus, name, json, text: nonEmpty(rest.join(" "), "verify needs a text") };
    case "rank":
      return { ...corpus, ...waiting, name, passages: onlyOne(rest, "rank needs one file of passages") };
    case "cite":
      return {
        ...corpus,
        name,
        key: nonEmpty(rest.join(" "), "cite needs the key of a passage"),
        ...(values.style !== undefined && { citation: styleNamed(values.style) }),
      };
    case "corpus":
      return { ...corpus, name: none(name, rest), json };
    case "index":
      return { ...corpus, name: none(name, rest), isIncremental: values.incremental ?? false };
    case undefined:
      return { ...corpus, name: "run" };
    case "batch":
      return { ...corpus, ...waiting, name: none(name, rest) };
    case "serve":
    case "doctor":
    case "help":
    case "version":
      return { ...corpus, name: none(name, rest) };
    default:
      throw new UsageError(`there is no command ${JSON.stringify(name)}`);
  }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        corpus: { type: "string" },
        json: { type: "boolean" },
        batch: { type: "boolean" },
        "no-wait": { type: "boolean" },
        incremental: { type: "boolean" },
        style: { type: "string" },
        article: { type: "string" },
        help: { type: "boolean", short: "h" },
        version: { type: "boolean" },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split(/\. |\n/)[0] ?? "") : "");
  }
}

function styleNamed(name: string): CitationStyle {
  const style = CITATION_STYLES.find((one) => one === name);
  if (style === undefined) throw new UsageError(`--style is one of ${CITATION_STYLES.join(", ")}`);
  return style;
}

function nonEmpty(text: string, complaint: string): string {
  if (text.trim() === "") throw new UsageError(complaint);
  // Node puts it for bytes of an argument that it cannot decode.
  if (text.includes("\ufffd")) throw new UsageError("an argument is not UTF-8: set the terminal to UTF-8");
  return text;
}

function onlyOne(words: readonly string[], complaint: string): string {
  const [word, ...more] = words;
  if (word === undefined || more.length > 0) throw new UsageError(complaint);
  return nonEmpty(word, complaint);
}

function none<Name extends string>(name: Name, words: readonly string[]): Name {
  if (words.length > 0) throw new UsageError(`${name} takes no ${JSON.stringify(words[0])}`);
  return name;
}

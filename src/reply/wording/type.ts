import type { Verdict } from "../../answer/answer.ts";
import type { Talk } from "../../arabic/question.ts";
import type { DiffStep, MeaningChange, VerificationState } from "../../verify/verification.ts";
import type { CitationField } from "../citation-style.ts";

/**
 * Every sentence that the bot says, in one language. Names and searched words come in as they are: each function cleans
 * and isolates what it inserts. Texts are plain, without markup.
 */
export interface Wording {
  // Beside an answer
  /** Before place `index` of `total`, none of which clearly answers. */
  uncertain(index: number, total: number): string;
  /** The articles speak of the subject, and do not tell what is asked of it. */
  readonly untold: string;
  /** The same before the nearest place, in one line. */
  readonly untoldNear: string;
  /** Before a place after the one that answers. */
  further(index: number, total: number): string;
  /** `lacking`: words of the question that no article has. */
  unanswered(lacking: readonly string[]): string;
  /** Empty when nothing was searched. */
  searched(terms: readonly string[]): string;
  /** Another word or another reading was searched than was written. */
  instead(written: string, searched: string): string;
  /** Words that no article has, and that were not searched. */
  withoutWords(words: readonly string[]): string;
  /** A phrase in quotation marks that no article has as it stands. */
  unheld(phrase: string): string;
  nearest(count: number): string;
  readonly cut: string;
  readonly part: string;
  /** Below a row of a table: `names`, as they stand in its head. */
  columns(names: string): string;
  /** An answer of too many messages ends here. */
  readonly rest: string;
  differs(count: number): string;
  /** Below a compact card, which leaves what others say to the whole one. */
  readonly differsBehind: string;
  /** Articles that say the same. */
  alsoIn(sources: readonly string[]): string;
  results(count: number): string;
  sources(count: number): string;
  readonly noSuggestion: string;
  /** The entry of a list that asks what was typed. */
  readonly asks: (question: string) => string;

  // Citation
  paragraph(first: number, last: number, total: number): string;
  date(iso: string): string;
  /** The references of an article: those that are named, and how many others there are. */
  basis(references: readonly string[], others: number): string;
  /** Author, source and paragraph as one line, or publisher and date, with « · » between: a comma would make one list of «١٨، ٢٤». */
  line(parts: readonly string[]): string;
  /** A part of a quotation that was split. */
  piece(index: number, total: number): string;
  position(index: number, total: number): string;
  /** A title inside a line. */
  titled(title: string): string;
  /** The same below a quotation, where a title that is a question («ما النموذج المفتوح؟») reads as one that the bot asks. */
  sourceTitled(title: string): string;

  /** The fields that an article does not give, below its citation. */
  missing(fields: readonly CitationField[]): string;

  /** Above the permalink, below a citation that is written out. */
  readonly permalink: string;

  // A text that was checked
  /** The state in one word, and what it means. */
  readonly verified: Readonly<Record<VerificationState, string>>;
  /** Below `verified` where nothing was found but something is near. */
  readonly nearestText: string;
  /** Above a part of the text: its number, its state and its first words. */
  verifiedPart(index: number, state: VerificationState, words: string): string;
  /** What differs and changes what is said. A side is absent where it has nothing in its place. */
  meaningChange(change: MeaningChange): string;
  /** What else differs, one piece for each. */
  difference(step: DiffStep): string;
  differences(pieces: readonly string[], others: number): string;
  spellingDifferences(pieces: readonly string[], others: number): string;
  /** Between two parts of the text whole sentences of the article are left out. */
  leftOut(sentences: number, words: number): string;
  /** The text says that it is from somebody or something, and the articles say otherwise. */
  misattributed(name: string): string;
  furtherParts(count: number): string;
  /** Above a passage for a text: the articles do not have it in these words; the passage tells of the same, or is only near. */
  readonly retold: Readonly<Record<"other" | "told" | "near", string>>;
  /** A figure of the text that the passage does not have, nor another in its place. */
  notHere(figure: string): string;
  /** The text denies something, and the passage denies nothing. */
  deniedHere(negation: string): string;
  readonly nothingToVerify: string;
  /** From how many words to how many characters a text can be checked. */
  verifiable(words: number, characters: number): string;

  // Beside answers
  /** The replies to talk; `identity` names how many articles there are, and contents are listed. */
  readonly talk: Readonly<Record<Exclude<Talk, "identity" | "contents">, string>>;
  identity(articles: number): string;
  readonly empty: string;
  readonly needsContext: string;
  readonly unresolved: string;
  readonly unknownKey: string;
  readonly nothingToCite: string;
  start(articles: number): string;
  readonly startExamples: string;
  readonly help: string;
  readonly privacy: string;
  /** Questions go to the operator's server of embeddings. */
  readonly privacyOfMeaning: string;
  /** Several processes count questions in the operator's store. */
  readonly privacyOfReplicas: string;
  readonly examples: string;
  readonly noExamples: string;
  aboutTitle(title: string): string;
  /** Above a list of articles, each of which opens. */
  articles(count: number): string;
  /** The number of an entry of a list. */
  number(index: number): string;
  page(index: number, total: number): string;

  // An article
  paragraphs(count: number): string;
  /** Above its headings. */
  readonly headings: string;
  /** Above the questions that it answers. */
  articleQuestions(count: number): string;
  /** It alone was asked, and does not answer. `lacking`: words of the question that it does not have. */
  notInArticle(lacking: readonly string[]): string;
  /** What the other articles have: an answer, something near, nothing. */
  readonly elsewhere: Readonly<Record<Verdict, string>>;
  /** Below places of an article that are near: it alone was asked. */
  onlyIn(title: string): string;
  /** A name that is no article's, or that of several. */
  whichArticle(name: string): string;

  // Trouble
  apology(code: string): string;
  /** The articles cannot be reached now. */
  readonly unavailable: string;
  readonly mismatch: string;
  /** `seconds` until the person may ask again. */
  tooFast(seconds: number): string;
  readonly notText: string;
  /** `help`: the platform's name for its help (`/help`). */
  unknownCommand(help: string): string;
  readonly notYours: string;
  /** Somebody else than the asker presses a button in a group; and what they have instead. */
  readonly notAsker: Readonly<Record<"private-chat" | "copy", string>>;
  readonly deleted: string;
  readonly expired: string;
  /** A button that would turn further. */
  readonly noFurther: Readonly<Record<"previous" | "next", string>>;

  // In groups and elsewhere
  readonly groupHello: string;
  readonly groupPrivacyOn: string;
  readonly groupPrivacyOff: string;
  readonly askAfterCommand: string;
  readonly askAfterName: string;
  /** Above the citation in a block to be copied, and above the command that shows a passage elsewhere. */
  readonly copyBelow: string;
  readonly commandBelow: string;

  readonly labels: Labels;
}

/** The texts of buttons. */
export interface Labels {
  /** Without a position where there is no place to turn to. */
  previous(position?: string): string;
  next(position?: string): string;
  readonly context: string;
  sources(count: number): string;
  readonly back: string;
  readonly copy: string;
  /** Posts the passage for others to see. */
  readonly share: string;
  /** Gives the command that shows the passage elsewhere. */
  readonly copyCommand: string;
  /** Shows all of a compact card, and back. */
  readonly more: string;
  readonly less: string;
  readonly open: string;
  readonly exactly: string;
  readonly delete: string;
  readonly openPrivate: string;
  /** The same beside other buttons. */
  readonly privateChat: string;
  readonly results: string;
  readonly beginning: string;
  /** Back to an article, and to the list of them. */
  readonly article: string;
  readonly list: string;
  /** Asks all articles what one does not answer. */
  readonly all: string;
  /** A menu of articles. */
  readonly chooseArticle: string;
  readonly pageBefore: string;
  readonly pageAfter: string;
}

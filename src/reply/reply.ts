import type { Verdict } from "../answer/answer.ts";
import type { Span } from "../corpus/article.ts";
import type { VerificationState } from "../verify/verification.ts";
import type { CitationStyle } from "./citation-style.ts";

export type Language = "ar" | "en";

/** A request of an adapter to the assistant. `language` is the person's, where the text of the request does not tell it. */
export type Request = { readonly language?: Language } & (
  | {
      readonly kind: "ask";
      readonly text: string;
      /** Key of a passage of the article that an earlier answer came from: a reply to that answer. */
      readonly context?: string;
      /** For a group: the sentences that answer, their source on one line, and one row of buttons. */
      readonly compact?: boolean;
      /** Asks one article alone: its key, id or title, or the key of a passage of it. */
      readonly article?: string;
    }
  /** A key or reference, a link to it (`…start=p_KEY`, `#KEY`), or words, unless it is `keyOnly`. With a `style`, which may also stand behind the key in the text, the citation written out. `uncertain`: it was chosen from suggestions that were. */
  | {
      readonly kind: "cite";
      readonly text: string;
      readonly keyOnly?: boolean;
      readonly uncertain?: boolean;
      readonly style?: CitationStyle;
      /** What permalinks of the platform begin with; the reference follows. Told below a citation that is written out. */
      readonly permalinks?: string;
      readonly compact?: boolean;
    }
  /** The quotation of a reference and its source, to be copied, with the platform's permalink below them. */
  | { readonly kind: "copy"; readonly reference: string; readonly permalink: string }
  /** A text to be checked: does it stand in the articles, and what differs? `orAsk`: what is a question, or no text to check, is asked. */
  | { readonly kind: "verify"; readonly text: string; readonly compact?: boolean; readonly orAsk?: boolean }
  /** The source of what somebody wrote: where it stands in the articles, in these words or nearly; else what answers it. */
  | { readonly kind: "find-source"; readonly text: string; readonly compact?: boolean }
  /** Passages while a person types: `prefix` search, one card each. An empty text gives examples. */
  | { readonly kind: "suggest"; readonly text: string; readonly limit: number }
  /** Articles while a person types a title: their keys are what `ask` takes as its `article`. */
  | { readonly kind: "suggest-articles"; readonly text: string; readonly limit: number }
  /** The data of a pressed button, as the reply's actions gave it. */
  | { readonly kind: "action"; readonly data: string; readonly compact?: boolean }
  | { readonly kind: "sources"; readonly page?: number }
  | { readonly kind: "start" }
  /** `ways`: the ways to use the bot on the platform beside asking, a line each. */
  | { readonly kind: "help"; readonly ways?: Readonly<Record<Language, string>> }
  | { readonly kind: "privacy" }
  | { readonly kind: "examples" }
  /** The bot was added to a group. `command`: the beginning of a question there (`/ask@bot`); `seesAll`: every message reaches the bot. */
  | { readonly kind: "welcome"; readonly command: string; readonly seesAll: boolean }
  | Notice
);

/** A reply to a message or a press that asks nothing of the articles: one line with a way on. */
export type Notice =
  /** `help`: the platform's name for its help (`/help`). */
  | { readonly kind: "unknown-command"; readonly help: string }
  /** A voice message, a picture and the like. */
  | { readonly kind: "not-text" }
  /** A command, or the bot's name, with no question behind it. */
  | { readonly kind: "no-question"; readonly after: "command" | "name" }
  /** `seconds`: when the person may ask again. */
  | { readonly kind: "too-fast"; readonly seconds: number }
  /** The articles cannot be reached now. */
  | { readonly kind: "unavailable" }
  /** A bug; the code stands in the operator's log. */
  | { readonly kind: "apology"; readonly code: string }
  /** The outcome of a press on the delete button. */
  | { readonly kind: "deletion"; readonly outcome: "done" | "not-yours" | "too-late" }
  /** A press of somebody else in a group, who is shown the way to the private chat, or to a copy of the page that follows. */
  | { readonly kind: "not-asker"; readonly instead: "private-chat" | "copy" }
  /** Leads over to the command that shows a passage elsewhere, to be copied. */
  | { readonly kind: "command-below" }
  /** A press on the button that keeps the place of a turn: there is no place before or after this one. */
  | { readonly kind: "end"; readonly role: "previous" | "next" };

/** A part of a reply. Texts are plain: no markup, no platform's words; an adapter's `render` lays them out. */
export type Block =
  /** The bot's own sentences, one line or several. `links` are ranges of `text`. */
  | {
      readonly type: "text";
      readonly text: string;
      readonly links?: readonly (Span & { readonly url: string })[];
      /** It is to be copied: shown so that a tap does, where the platform has such a form. */
      readonly isToCopy?: true;
    }
  /** A quotation as it is shown (inline marks of Markdown and HTML left out), with the ranges of it that answer. */
  | {
      readonly type: "quote";
      readonly text: string;
      readonly marks: readonly Span[];
      /** When the quotation was split: part `index` of `total`, from 1, and the same as a reader of the reply's language reads it. */
      readonly part?: { readonly index: number; readonly total: number; readonly text: string };
    }
  /** The source of the quotation above it. */
  | {
      readonly type: "citation";
      /** The title and all that follows stand on one line. */
      readonly isOneLine?: true;
      readonly key: string;
      /** The article's title, or below a quotation the line with it: «المصدر: «ما النموذج المفتوح؟»». */
      readonly title: string;
      readonly url?: string;
      /** Author, source and paragraph as one line, « · » between; the date follows it so, and is apart so that a platform may localise it. */
      readonly line: string;
      /** ISO 8601, and the same as a reader of the reply's language writes it. */
      readonly date?: { readonly iso: string; readonly text: string };
      /** «استنادًا إلى …», when the article names its references. */
      readonly basis?: string;
    }
  /** Something to know beside the answer: it is uncertain, a part, cut, or the sources differ. */
  | {
      readonly type: "notice";
      readonly text: string;
      /** Said of the quotation above it. Without it a notice leads over to the block below. */
      readonly about?: "above";
    };

export type QuoteBlock = Extract<Block, { type: "quote" }>;
export type CitationBlock = Extract<Block, { type: "citation" }>;

/**
 * The meaning of a press. `entry` opens an article of the list above it, `beginning` its text, `question` asks one of its own questions,
 * `article` and `list` lead back; `all` asks all articles what one does not answer.
 */
export type PressRole =
  | "previous"
  | "next"
  | "context"
  | "sources"
  | "answer"
  | "more"
  | "less"
  | "page"
  | "entry"
  | "beginning"
  | "question"
  | "article"
  | "list"
  | "all";

/** A button. `data` carries all its state in at most 60 bytes of ASCII. */
export type Action =
  | {
      readonly type: "press";
      readonly role: PressRole;
      readonly label: string;
      readonly data: string;
      /** Of an `entry`, whose label is its number: the title of the article that it opens. */
      readonly title?: string;
    }
  /** Keeps the place of a button that would turn beyond the first or the last place. */
  | { readonly type: "end"; readonly role: "previous" | "next"; readonly label: string }
  /** The quotation and its source, to be copied; a platform adds its permalink of `key`, a reference, or asks for it all by `copy`. */
  | { readonly type: "copy"; readonly label: string; readonly text: string; readonly key: string }
  /** A passage to be sent to another chat as `#KEY`. Here and in a suggestion a key may be a reference: eleven characters, the passage's key and which words of it are quoted. */
  | { readonly type: "share"; readonly label: string; readonly key: string }
  | { readonly type: "link"; readonly label: string; readonly url: string }
  /** A question: a tap asks it. */
  | { readonly type: "ask"; readonly label: string; readonly text: string };

/** A passage offered while a person types, or to ask what was typed. */
export interface Suggestion {
  /** A reference, for which `cite` shows the same card; `ask` where it asks. No two suggestions share one. */
  readonly key: string;
  /** The words that answer; «اسأل: …» where it asks. */
  readonly title: string;
  /** The source; where it asks, the words that answer. */
  readonly description: string;
  /** What is posted when it is chosen, an uncertain one with its caveat; absent where asking finds nothing. */
  readonly card?: Reply;
  /** The question that it asks, as it was typed. */
  readonly asks?: string;
}

/** One of the findings that the buttons of a reply carry, for a platform that has menus. */
export interface Result {
  /** The words that answer. */
  readonly title: string;
  /** The article's title. */
  readonly description: string;
  /** The data of a press on it, as an action has them. */
  readonly data: string;
  /** It is the one that the reply shows. */
  readonly isShown: boolean;
}

export interface Reply {
  readonly language: Language;
  readonly blocks: readonly Block[];
  /** Rows of actions, most useful first. */
  readonly actions: readonly (readonly Action[])[];
  /** The findings to choose among, best first, where there are several. */
  readonly results?: readonly Result[];
  /** For `suggest` alone. */
  readonly suggestions?: readonly Suggestion[];
  /** Set on a reply to a question. */
  readonly verdict?: Verdict;
  /** Set on the card of an article, its key: what `ask` takes as its `article`. */
  readonly article?: string;
  /** Set on a reply to a text that was checked. */
  readonly verification?: VerificationState;
  /** The passage that it shows, as a key or a reference: what a permalink to it names. */
  readonly reference?: string;
  /** A line that tells nothing of the articles: talk, or a hint. A group shows it without buttons. */
  readonly courtesy?: boolean;
  /** The request could not be read or found: a press that leads nowhere, an unknown key. Shown as a toast where there is one. */
  readonly failed?: boolean;
}

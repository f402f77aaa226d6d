import type { Answer, Quotation } from "../answer/answer.ts";
import type { Corpus } from "../corpus/article.ts";
import { contextOf, sourcesOf } from "./around.ts";
import { cardOf } from "./card.ts";
import type { Press, Reference, Trail } from "./codec.ts";
import { failureOf, unansweredBlocks } from "./plain.ts";
import type { Block, Language, Reply } from "./reply.ts";
import { resultsOf } from "./results.ts";
import { encodeSelection } from "./selection-code.ts";
import { bareTrail, trailOf, type View, viewOf } from "./trail.ts";
import { verifyQuotation } from "./verify.ts";
import { wordingOf } from "./wording.ts";

/** A quotation that was not what its article holds. */
export interface Mismatch {
  readonly key: string;
  /** The article's id. */
  readonly article: string;
}

/** Turns what was found into replies. Every quotation is compared with its article before it leaves. */
export interface Presenter {
  answer(answer: Answer, language: Language, compact: boolean): Reply;
  /** What a button shows; a failed reply when its passage is gone. */
  press(press: Exclude<Press, { show: "page" }>, compact: boolean): Reply;
  /** A passage by its key, or a quotation of it by its reference; a failed reply when there is none. */
  passage(reference: Reference, language: Language, compact: boolean): Reply;
}

const CARDS = { answer: cardOf, context: contextOf, sources: sourcesOf };

export function createPresenter(corpus: Corpus, onMismatch?: (mismatch: Mismatch) => void): Presenter {
  const mismatched = ({ passage }: Quotation, language: Language): Reply => {
    onMismatch?.({ key: passage.key, article: passage.article.id });
    return failureOf(language, wordingOf(language).mismatch);
  };

  const show = (what: keyof typeof CARDS, trail: Trail, view: View | undefined, compact: boolean): Reply => {
    const { language } = trail;
    if (view === undefined) return failureOf(language, wordingOf(language).unresolved);
    const shown = [view.quotation, ...view.also, ...view.differs];
    const wrong = shown.find((quotation) => !verifyQuotation(quotation, corpus));
    if (wrong !== undefined) return mismatched(wrong, language);
    const results = what === "answer" ? resultsOf(trail, corpus) : [];
    return { language, ...CARDS[what](view, trail, compact), ...(results.length > 0 && { results }) };
  };

  return {
    answer(answer, language, compact) {
      const { verdict, findings } = answer;
      const trail = trailOf(answer, language);
      const [first] = findings;
      if (trail === undefined || first === undefined) {
        const blocks = [...unansweredBlocks(answer, language), ...besides(answer, language)];
        return { language, blocks, actions: [], verdict };
      }
      const view = ownQuotations(answer, viewOf(trail, corpus));
      if (view === undefined) return mismatched(first.quotation, language);
      const reply = show("answer", trail, view, compact);
      if (reply.failed) return reply;
      return { ...reply, blocks: [...reply.blocks, ...besides(answer, language)], verdict };
    },

    press: (press, compact) => show(press.show, press.trail, viewOf(press.trail, corpus), compact),

    passage({ key, selection }, language, compact) {
      const passage = corpus.byKey.get(key);
      if (passage === undefined) return failureOf(language, wordingOf(language).unknownKey);
      const bare = bareTrail(passage, language);
      const marked: Trail = selection
        ? { ...bare, bare: false, stops: [{ key, selection, role: "finding" }] }
        : bare;
      const view = viewOf(marked, corpus);
      return view
        ? show("answer", marked, view, compact)
        : show("answer", bare, viewOf(bare, corpus), compact);
    },
  };
}

/** What is to know about the search: that the question was cut, and where the answer is uncertain what was searched for. */
function besides({ cut, verdict, searched }: Answer, language: Language): Block[] {
  const words = wordingOf(language);
  const blocks: Block[] = cut ? [{ type: "notice", text: words.cut }] : [];
  const tried = verdict === "uncertain" ? words.searched(searched) : "";
  if (tried !== "") blocks.push({ type: "text", text: tried });
  return blocks;
}

/** A view in the answer's own quotations, so that the gate judges what was found, not what was made of it afresh. */
function ownQuotations({ findings }: Answer, view: View | undefined): View | undefined {
  const all = findings.flatMap(({ quotation, alsoIn, differs }) => [quotation, ...alsoIn, ...differs]);
  const nameOf = ({ passage, selection }: Quotation) => `${passage.key}${encodeSelection(selection)}`;
  const own = (fresh: Quotation) => all.find((one) => nameOf(one) === nameOf(fresh)) ?? fresh;
  return (
    view && {
      ...view,
      quotation: own(view.quotation),
      also: view.also.map(own),
      differs: view.differs.map(own),
    }
  );
}

import { ARABIC_RULES, KEYWORD_RULES } from "./expected-rules-arabic.ts";
import { ENGLISH_RULES } from "./expected-rules-english.ts";

/** What kind of words would answer. */
export type ExpectedAnswer =
  | "who"
  | "when"
  | "where"
  | "how-many"
  | "how-much"
  | "percent"
  | "why"
  | "how"
  | "which"
  | "definition"
  | "list"
  | "yes-no"
  | "none";

/**
 * The kind of answer that a question expects, from its folded terms in order. The question word that stands first decides;
 * among rules that begin at the same word the earlier in the table.
 */
export function expectedAnswer(terms: readonly string[]): ExpectedAnswer {
  const text = terms.join(" ").slice(0, LONGEST);
  if (YES_NO.test(text) && !ASKS_WHETHER_ONE_KNOWS.test(text)) return "yes-no";
  let best: { at: number; expected: ExpectedAnswer } | undefined;
  for (const [expected, pattern] of RULES) {
    const at = pattern.exec(text)?.index;
    if (at !== undefined && (best === undefined || at < best.at)) best = { at, expected };
  }
  if (best !== undefined) return best.expected;
  for (const [expected, pattern] of KEYWORD_RULES) if (pattern.test(text)) return expected;
  return OR_NOT.test(text) ? "yes-no" : "none";
}

const LONGEST = 2000;
/** Where two rules match at one word, the earlier in the table holds. */
const RULES = [...ARABIC_RULES, ...ENGLISH_RULES];

const YES_NO =
  /^(?:و|ف)?(?:هل|اليس|is|are|was|were|do|does|did|can|could|has|have|had|will|would|should)(?: |$)|(?:^| )(?:صج|صحيح|هل صحيح|حقا) ان(?: |$)|^واش (?:هل )?(?:ت|ي|ن|ك)[^ ]{2,}/;
const ASKS_WHETHER_ONE_KNOWS =
  /^(?:هل|can|could|do|would|will) (?:من )?(?:ت|ي)?(?:عرف|علم|عرفون|علمون|مكن|مكنك|ذكر|خبر|you|احد|حد|ممكن|الممكن|احدكم)[^ ]*(?: .*)? (?:متي|كم|لماذا|كيف|اين|من هو|من هي|ما هو|ما هي|when|why|how|where|who|what|which)(?: |$)/;
const OR_NOT = / (?:ولا|او|ام) (?:لا|لاء|لأ|مش|مو|ليس)(?: |$)/;

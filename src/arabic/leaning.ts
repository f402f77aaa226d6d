import type { Token } from "./token.ts";

/**
 * A question that names nothing of its own and needs an earlier answer to be understood: «ومتى كان ذلك؟», «وكم كلّفه؟».
 * Told by what is left of it without stop and question words: nothing, general words alone, words with an attached pronoun after a
 * leading و, or a year alone after a leading و.
 */
export function leans(text: string, tokens: readonly Token[], content: readonly Token[]): boolean {
  const first = tokens[0]?.term ?? "";
  if (tokens.length < 2 || tokens.length > LONGEST)
    return content.length === 0 && tokens.length > 0 && asksAlone(first);
  if (content.every(({ term }) => GENERAL.has(term) || GENERAL.has(term.replace(/^\u0627\u0644/, ""))))
    return true;
  // "why did he resign?": who he is stands in no word of it.
  if (
    content.length <= 1 &&
    tokens.length <= 6 &&
    tokens.some(({ term }) => /^(?:he|she|they|it)$/.test(term))
  )
    return true;
  const carriesOn =
    /^[\u0648\u0641]/.test(first) || first === "and" || tokens.some(({ term }) => POINTERS.has(term));
  return (
    carriesOn &&
    content.every((token) => GENERAL.has(token.term) || /^\d{4}$/.test(token.term) || hasPronoun(text, token))
  );
}

const LONGEST = 8;

function asksAlone(first: string): boolean {
  return /^(?:لماذا|كيف|متي|اين|ليش|ليه|كم|من|مين|ماذا|ازاي|وين|فين|امتي|why|how|when|where|who|what)$/.test(
    first.replace(/^[\u0648\u0641]/, ""),
  );
}

/** Ends in ه or ها or هم as written: ta marbuta, which folds to the same, is none. */
function hasPronoun(text: string, { start, end }: Token): boolean {
  const word = text.slice(start, end).replace(/[\p{M}\p{Cf}\u0640]/gu, "");
  return word.length >= 4 && /(?:\u0647|\u0647\u0627|\u0647\u0645|\u0647\u0645\u0627)$/.test(word);
}

/** Words that point back. */
const POINTERS = new Set(
  "ذلك هذا هذه تلك ده دي هاد هاي هيك كده it that this he she they them him her those these its his their".split(
    " ",
  ),
);

/** Words so general that a question of them alone says nothing: verbs without their subject, and general nouns. */
const GENERAL = new Set(
  (
    "حدث حدثت وقع وقعت جري جرت بدا بدات انتهي انتهت ولد ولدت مات ماتت توفي توفيت تاسس تاسست اسس اسست اسسه اسسها حصل حصلت صدر صدرت كلف كلفت بلغ بلغت وصل وصلت استمر استمرت استغرق استغرقت " +
    "فاز فازت خسر خسرت عاش عاشت نشر نشرت درس تزوج سبب نتيجه تفاصيل مزيد تفصيل شرح توضيح معني امر موضوع شيء شي طلع صدر ظهر ظهرت اعلن اعلنت حدوث سعر ثمن تاريخ مكان عدد نسبه سنه عام يوم " +
    "happen happened happening begin began start started end ended cost born die died made make work worked details reason result more explain year date place price"
  ).split(" "),
);

/**
 * All numbers that steer what is found, quoted, marked and claimed, in the order in which a question passes.
 * Weights and shares have no unit where none is named; lengths are UTF-16 units. All were set by hand on question sets, where no
 * source is named.
 *
 * `// 0: E marks −1.2` says what another value alone changes, in points, the weights of the verdict being kept: measured on
 * 2026-11-26 with 800 questions over an encyclopaedia (E; one question is .2), 140 over five news articles (N; one is .8), 400
 * off the subject, and 1,305 of ranking (MRR@10, in hundredths). Changes below .3 are not told, and of many the greatest four. What no set
 * of questions holds (copies, sources that differ, follow-ups, prefixes while typing) moves no figure: the tests hold it.
 */

/** Reading a question. */
export const QUERY = {
  /** Words of a question that are searched, at most, the rarest: a question may stand at the end of a long message. */
  // 12: N quote@1 −0.8, N marks −0.8.
  mostWords: 24,
  /** Factor of the weight of a common word of questions, such as «عدد» or «شركة». */
  // 1: N quote@1 −2.5, N marks −2.5, N claims right −1.7, off-topic silence +1.0.
  commonWord: 0.5,
  /** Passages of Arabic in general that stand beside a collection's when a word's idf is told: they decide over few articles alone. */
  // 0: hard paraphrases quote@1 −2.1, an encyclopaedia of three articles at a time quote@1 −.6; 200: N quote@1 +0.8, E false claims −0.3.
  generalPassages: 50,
};

/** How well a match of each kind stands for the word of the question: 1 is the word itself. */
export const MATCH = {
  // 0: N quote@1 −0.8, N marks −0.8, N claims right −0.4, E false claims −0.3.
  same: 1,
  // 1: N quote@1 −0.8, N marks −0.8, E claims right −0.5, off-topic silence −0.5.
  light: 0.95,
  // 0: N marks −5.8, N quote@1 −5.0, N claims right −2.6.
  name: 0.9,
  // .5: N quote@1 −0.8, N marks −0.8; 1: no figure moves.
  translation: 0.75,
  // 1: off-topic silence −3.3, N claims right −2.6, N quote@1 −1.7, N marks −1.7.
  deep: 0.7,
  // 1: MRR@10 +0.10, off-topic silence −0.8.
  typo: 0.65,
  // 0: no figure moves.
  prefix: 0.6,
  // 1: N false claims +10.0, MRR@10 −0.58, off-topic silence −4.5, N claims right −3.3.
  synonym: 0.55,
  /** A word of Arabizi with the same consonants. */
  // 0: no figure moves; 1: N quote@1 −0.8, N marks −0.8.
  consonants: 0.7,
  /** Factor of a typo in a stem shorter than `VARIANTS.sureTypo`. */
  // 1: N false claims +5.0, N claims right −1.3, MRR@10 +0.10, off-topic silence −0.8.
  shortTypo: 0.5,
};

/** Looking up variants: lengths in letters, amounts in words. */
export const VARIANTS = {
  /** A word that the collection lacks may differ by one edit from this length on, and by two from the next. */
  // 1000: no figure moves.
  oneEdit: 4,
  // 1000: off-topic silence +0.5.
  twoEdits: 8,
  /** A slip in a stem of this length is told from another word. */
  // 0: N false claims +5.0, N claims right −1.3, MRR@10 +0.10, off-topic silence −0.8.
  sureTypo: 6,
  // «خس» of «خسرت». 6: no figure moves: a bound of the cost.
  shortestPrefix: 2,
  // 80: no figure moves: a bound of the cost.
  mostPrefixed: 40,
  // 24: no figure moves: a bound of the cost.
  mostSpellings: 12,
};

/** Asking an engine for candidates. */
export const CANDIDATES = {
  /** Passages that an engine gives, at most. */
  // 100: MRR@10 −.13, gold among the candidates −1.0.
  most: 200,
  /** The same for a question with operators, most of whose candidates may be left out. */
  // 200: of 400 passages alike the one with the title that is asked for is lost.
  mostFiltered: 4000,
  /** Up to this many passages an engine is asked for every term: the cost is nothing. */
  // 4000: no figure moves: a bound of the cost.
  fewPassages: 2000,
  /** Above, a term in a larger share of the passages is left out while rarer ones remain: each costs as much as it has passages. */
  // 1, 1: no figure moves, a bound of the cost; half of both: MRR@10 −.34.
  frequent: { light: 0.1, deep: 0.05 },
  /** A word in more passages than this needs no other words of its root. */
  // 200: no figure moves: a bound of the cost.
  enoughPassages: 100,
  /** And the most frequent terms beyond this sum of the terms' shares of the passages. */
  // 0: MRR@10 −61.75.
  postings: 0.5,
  /** Exponent of a match's strength: engines count how many terms match, and a synonym must not outweigh the word. */
  // 1: gold among 200 candidates of 20,000 passages −.9.
  doubt: 3,
};

/** Ranking passages, and runs of sentences: BM25 (Robertson and Zaragoza). */
export const RANK = {
  /** Saturation of a repeated term, and how much the length of a passage counts. */
  // 1.2: MRR@10 −0.43, N quote@1 −0.8, N marks −0.8, E false claims −0.3.
  k: 0.9,
  // 0: MRR@10 −2.92, N quote@1 −5.0, N marks −5.0, N claims right −4.2; .75: −.37.
  b: 0.5,
  /** Factor of each analysis. The deeper stem finds more, 4-grams forgive spelling, the title names the subject. */
  // 0: MRR@10 −0.46, N quote@1 −2.5, N marks −2.5, off-topic silence −1.8.
  light: 0.6,
  // 0: MRR@10 −1.26, N quote@1 −5.8, N marks −5.0, N claims right −4.0.
  deep: 1,
  // 0: MRR@10 −2.81, E quote@1 −3.2, E marks −2.8, N claims right −2.6.
  gram: 0.5,
  // 0: N quote@1 +0.8, N marks +0.8.
  // 0, with titles on 15,683 passages: MRR@10 −.75.
  title: 0.3,
};

/** Reading sentences. */
export const SENTENCES = {
  /** Passages whose sentences are read, at most, the best ranked. */
  // 10: no figure moves; 40: no figure moves.
  passagesRead: 20,
  /** Content words of an ordinary sentence of Arabic prose. */
  // 32: N claims right −2.6, N quote@1 −1.7, N marks −1.7, off-topic silence −1.0.
  meanLength: 16,
  /** How much the length of a sentence counts against what it covers of the question. */
  // 0: N quote@1 −2.5, N marks −2.5, E claims right −1.6, N claims right −1.4.
  lengthShare: 0.35,
  /** Sentences that are read for the kind of thing asked for, at most: the best by their words alone, with these factors. */
  // 24: @3 of the encyclopaedia −.4; 40, 80: no figure moves: a bound of the cost.
  scored: 30,
  // 1, 1, 1: no figure moves.
  byWords: { near: 2, own: 1, passage: 0.6 },
};

/** What each feature of a sentence adds to its score; see `SentenceFeatures`. */
export const SENTENCE_SCORE = {
  // 0: N quote@1 −2.5, N marks −2.5, N claims right −2.1, off-topic silence +1.3.
  near: 2,
  // 0: N marks −2.5, N quote@1 −1.7, N claims right −1.4, E length +10.
  own: 0.8,
  // 0: N claims right −1.7, E quote@1 −0.8, N quote@1 −0.8, off-topic silence −0.8.
  nearRank: 2.5,
  // 0: E marks −1.6, N claims right −1.6, E length +11, N quote@1 −0.8.
  ownRank: 1.1,
  // 0: N quote@1 −4.2, N marks −3.3, N claims right −2.3, E quote@1 −1.8.
  passage: 3.2,
  // 0: N marks −4.2, N quote@1 −3.3, N claims right −1.9, E quote@1 −1.4.
  fit: 2,
  // 0: E quote@1 −1.6, E marks −1.4, N quote@1 +0.8, N marks +0.8.
  heading: 1.1,
  // 0: no figure moves.
  missing: -0.8,
  // 0: N claims right −2.8, N quote@1 −2.5, N marks −1.7, E marks −1.4.
  share: 1.9,
  // 0: no figure moves.
  aside: -2.3,
};

/** What an embedder adds, where there is one. How much its similarity counts belongs to its model: see `meaning-weights.ts`. */
export const MEANING = {
  /** Up to so many passages sentences and their windows are embedded, above it passages alone: 7 times the vectors, and the time of a question. */
  mostPassages: 20_000,
  /** The sentences most like the question are read whatever their words are; of passages, when passages are ranked. */
  brought: 10,
  broughtPassages: 100,
  /** `QUOTE.rival` for scores with likeness, which are further apart: quotations get no longer than by words alone. */
  // 3: E length −23, N quote@1 −.8, E quote@1 −.6.
  rival: 5,
  /** What one standard deviation adds to the score of a passage, in which the best by words has 1. */
  passage: 0.2,
};

/** Lines that lead to an answer: headings, questions, announcements. */
export const LEADS = {
  /** The answer is looked for among so many sentences below. */
  // 1: no figure moves.
  reach: 4,
  /** The feature `aside` of a sentence that a heading or an announcement led to; a question leads surely. */
  // 0: no figure moves.
  aside: 1,
};

/** How far a sentence holds the kind of thing asked for: `fit`, 0 to 1. */
export const FIT = {
  /** «والفرق بينهما أن …»: a text that sets two things against each other, where their difference is asked for. */
  difference: 0.8,
  /** «متى»: a time that is no date («يوم الثلاثاء»). */
  // 0: no figure moves; 1: off-topic silence −0.5.
  timeWithoutDate: 0.7,
  /** «متى تأسست»: a date in a text that does not say تأسست. */
  // 0: E marks −0.8.
  otherDate: 0.8,
  /** «كم دولة»: a figure in a text that names the noun, and any other figure. */
  // 0: E marks −1.4, N marks −0.8, N claims right −0.6, E claims right +0.4.
  figureBeside: 0.8,
  // 0: N claims right −1.4, N marks −0.8.
  otherFigure: 0.6,
  /** «من»: a sign of somebody who did it («على يد», «الشاعر»); the name, and at once what is said of it («الذي»). */
  // 0: N marks +0.8.
  agent: 0.5,
  // 0: no figure moves.
  apposition: 0.4,
  /** «أين»: a sign of a place, and the share of a sentence that opens with the subject. */
  // 0: no figure moves.
  place: 0.6,
  // 0: E marks −0.4.
  placeOfSubject: 0.4,
  /** «هل»: a text that neither takes a stand («لكن»، «لا يجوز») nor reports what others say («من السهل أن يقال»). */
  // .8: hard paraphrases quote@1 −2.1, N marks −.8.
  noStand: 0.4,
  /** Opening with the subject and a noun, or saying «هو» of it behind another word, against opening with it and saying «هو». */
  // 0: no figure moves.
  opens: 0.8,
  /** Opening with the subject and a particle. */
  // 0: E quote@1 −0.4, E marks −0.4, E claims right −0.3.
  bare: 0.3,
  /** The subject stands among so many words of the beginning, and «هو» among so many behind it. */
  // 8: E claims right −0.3.
  openingWords: 4,
  // 50: no figure moves: a bound of the cost.
  toCopula: 25,
  /** Share of the subject's weight that stands there. */
  // 0: no figure moves.
  subjectShare: 0.5,
  /** From this strength on a match names the thing itself. */
  // 0: E claims right −3.4, off-topic silence −3.0, E marks −2.8, N marks −2.5.
  named: 0.5,
  /** «المنطقة: …»: a label before a colon is at most so long. */
  // 80: no figure moves: a bound of the cost.
  longestLabel: 40,
};

/** Questions about an article itself, and questions that lean on an earlier answer. */
export const SPECIAL = {
  /** Lead of a line that names the author over all other sentences. */
  // 0: no figure moves.
  sourceLineLead: 2,
  /** Lead of the sentences of an article that lists the question among those that it answers. */
  // 0: «ماذا حدث للأسهم الأمريكية …؟» is answered from another article.
  listedLead: 1.5,
  /** The share of a follow-up's own words from which a sentence tells of them. */
  // 0: «وكم خسرت؟» is answered with any figure of the article.
  told: 0.5,
  /** A sentence this many sentences from the earlier answer counts half as near. */
  // 0: no figure moves.
  halfWay: 4,
};

/** Asking once more where nothing was found. */
export const RESCUE = {
  /** With the other keyboard layout this share of the words must be known. */
  // 0: chance words of other scripts are searched; 1: a single unknown name spoils a question.
  known: 0.5,
  /** A longer text, in UTF-16 units, is no question that was typed by mistake: a bound of the cost. */
  longest: 300,
};

/** Quoting. */
export const QUOTE = {
  /** Longest quotation: about what a person reads in a chat without opening it. */
  // 450: E quote@1 −34.8, E marks −28.8, N quote@1 −11.7, N marks −10.0.
  longest: 900,
  /** A quotation takes neighbours in up to this length: without them a sentence is hard to understand. */
  // 235: N length −125, E length −68, N claims right −1.4, E quote@1 −1.0.
  context: 470,
  /** And up to this one those whose score comes so near to the score of the sentence chosen that they may be the answer. */
  // 325: E length −104, E quote@1 −6.2, E claims right −5.7, N claims right −5.6.
  grown: 650,
  // 0: E length −47, N claims right −4.2, E quote@1 −3.4, E claims right −2.7.
  rival: 3,
  /** A sentence beside the marked ones that scores so near to the one chosen may be the answer in its place: no card leaves it out. */
  // 0: of 378 claims in an encyclopaedia 312 hold the answer on a card, 336 now; half of the cards have 235 characters, 304 now.
  close: 1.5,
  // 1: N claims right −5.6, N length −47, N quote@1 −4.2, E length −36.
  mostParagraphs: 2,
};

/** Marking the words that answer. */
export const MARK = {
  /** Longest sum of marks in a quotation. */
  // 150: N marks −14.2, E marks −13.6, N claims right +1.3.
  longest: 300,
  /** A sentence that is quoted alone is marked whole up to this length, else by its clauses. */
  // 80: no figure moves.
  wholeAlone: 160,
  /** A shorter sentence is marked whole, whatever is asked. */
  // 30: no figure moves.
  wholeAlways: 60,
  /** A clause holds the kind of thing asked for from this fit on; a neighbour is marked that fits better by so much. */
  // 0: E marks −3.6, N marks −1.7, N claims right +1.3.
  fits: 0.5,
  // 0: N marks −15.0, E marks −14.4.
  fitter: 0.5,
  /** A definition is marked behind its subject up to this length. */
  // 110: no figure moves.
  definition: 220,
  /** What the kind of thing asked for counts in a clause, against the weight of the words that the clause covers. */
  // 0: N marks −1.7, E marks −0.8.
  fit: 4,
};

/** A reranker, where the operator has one. Not measured with a real one: values that let it turn near choices and no sure one. */
export const RERANK = {
  /** Sentences that it reads for a question: what it costs goes with them. */
  read: 10,
  /** What full relevance adds to a sentence's score, which the best passage alone moves by 3.2. */
  weight: 3,
  /** Nothing is claimed whose sentence it finds less relevant. */
  least: 0.1,
};

/** Putting quotations of several articles together. */
export const FINDINGS = {
  /** Findings of an answer, and nearest articles beside them, at most. */
  // 20: no figure moves.
  most: 10,
  // 0: no figure moves.
  nearestArticles: 3,
  /** Behind an answer a further finding covers this share of the question. */
  // 0: 28 % more further findings, most of them of another subject; .5: N quote@5 −2.5.
  near: 0.3,
  /** A nearest article has a passage with this share of the best one's score. */
  // 0: no figure moves.
  nearestShare: 0.5,
  /** Dice's coefficient of the words of two sentences from which they tell the same, unless figures speak against it. */
  // 0: E claims right −1.6, off-topic silence −1.3, N quote@1 +0.8, N marks +0.8.
  sameFact: 0.6,
  /** From here on they may tell of the same thing, if they share this many words that the question does not give. */
  // 0: no figure moves.
  sameThing: 0.3,
  // 0: no figure moves.
  wordsBeside: 3,
  /** Sentences that share fewer words tell of one thing only where a title or a name says so. */
  // 0: no figure moves.
  wordsAlone: 4,
  /** Sentences of fewer words tell the same only when they share a figure too. */
  // 0: no figure moves.
  fewWords: 5,
  /** From this strength on a match names the thing itself. */
  // 0: no figure moves.
  named: 0.5,
  /** Figures nearer than this share of the greater one are roundings of one another. */
  // 0: no figure moves.
  rounding: 0.02,
};

/** Deciding the outcome: how its signals are read. What they weigh is fitted, in `verdict-weights.ts`. */
export const VERDICT = {
  /** A match below this strength is a guess at a slip of the keyboard. */
  // 0: off-topic silence −64.5, N false claims +25.0, N claims right −13.7, E false claims +13.3.
  sure: 0.5,
  /** A match from this strength on is the word itself or another spelling of it. */
  // 0: N false claims +5.0, off-topic silence −4.3, N claims right −2.1.
  exact: 0.85,
  /** Sentences nearer than this to the best one tell of the same thing. */
  // 0: N false claims −15.0, N claims right +9.9, off-topic silence +3.5, E claims right +2.9.
  samePlace: 3,
  // 0: N false claims −15.0, N claims right +9.9, off-topic silence +3.3, E claims right +3.0.
  mostLead: 3,
  /** The lead where nothing else was found: nothing was beaten. */
  // 0: no figure moves.
  unrivalled: 3,
  /** The sum of keyness from which more says nothing, in orders of magnitude. */
  // 4: off-topic silence −12.3, N false claims +5.0, N claims right −3.1, E claims right −2.0.
  mostKey: 8,
  /** Two words are neighbours up to this many content words apart. */
  // 0: off-topic silence +1.5, E claims right +1.1, N quote@1 −0.8, N marks −0.8.
  beside: 5,
  /** The share of neighbours in a question of one word, which has none. */
  // 0: off-topic silence +0.5.
  oneWord: 0.5,
  /** Where the first quotation does not tell what is asked, one that does is looked for among so many. */
  // 1: N quote@1 −0.8, N marks −0.8.
  toldAmong: 5,
  /** From this probability on that they speak of it, articles are named as near to a question that they do not answer. */
  // 0: no figure moves.
  nearest: 0.05,
  /** A question of this many words or more is long. */
  // 0: N false claims +5.0, off-topic silence −3.8, E claims right −2.7, N claims right −2.1.
  longQuestion: 8,
};

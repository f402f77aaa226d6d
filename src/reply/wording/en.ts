import { insert, listed } from "../foreign-text.ts";
import { positioned, writtenDate } from "./formats.ts";
import type { Wording } from "./type.ts";

const ASK = "Write your question, and I will look for its answer in the articles.";
const name = (text: string) => insert(text, "en");
const digits = new Intl.NumberFormat("en");
const n = (number: number) => digits.format(number);
const count = (number: number, one: string, many: string) => `${n(number)} ${number === 1 ? one : many}`;

export const en = {
  uncertain: (index, total) => {
    if (total === 1) return "I found no clear answer. This is the nearest that I found:";
    const place = index === 1 ? "This is the nearest that I found" : "This is another place near to it";
    return `I found no clear answer. ${place} (${n(index)} of ${n(total)}):`;
  },
  untold: "The articles speak of this, but I did not find what exactly you asked in them.",
  untoldNear:
    "The articles speak of this, but I did not find what exactly you asked in them. This is the nearest that I found:",
  further: (index, total) =>
    `This is another place near to your question, and may not answer it (${n(index)} of ${n(total)}):`,
  unanswered: (lacking) =>
    sentence("These articles do not answer this; nothing in them mentions: ", listed(lacking, "en", ", ")) ||
    "These articles do not answer this.",
  searched: (terms) => sentence("I searched for: ", listed(terms, "en", ", ")),
  instead: (written, searched) => `I searched for “${name(searched)}” instead of “${name(written)}”.`,
  withoutWords: (words) =>
    sentence("Nothing in the articles mentions these, so I searched without: ", listed(words, "en", ", ")),
  unheld: (phrase) =>
    `“${name(phrase)}” does not stand in the articles as it is, so I searched for its words.`,
  nearest: (number) => {
    if (number === 0) return "No article is near to your question.";
    return number === 1 ? "The article nearest to your question:" : "The articles nearest to your question:";
  },
  cut: "Your question is long, so I searched for its 24 rarest words.",
  columns: (names) => `Columns of the table: ${name(names)}`,
  part: "This is a part of a longer sentence.",
  rest: "This is the beginning; the rest did not fit.",
  differs: (number) => {
    if (number === 0) return "The sources do not differ.";
    return `The sources differ. ${number === 1 ? "Another source says:" : `${n(number)} other sources say:`}`;
  },
  differsBehind: "Sources differ on this; what says otherwise is under “More”.",
  alsoIn: (sources) => `Also in: ${sources.join("; ")}.`,
  results: (number) => (number === 0 ? "no results" : count(number, "result", "results")),
  sources: (number) => {
    if (number === 0) return "This answer has no other sources.";
    return number === 1 ? "Another source says the same:" : `${n(number)} other sources say the same:`;
  },
  asks: (question) => `Ask: ${insert(question, "en", 80)}`,
  noSuggestion: "No results. Open the private chat to ask in other words.",

  paragraph: (first, last, total) => {
    if (first === last) return `paragraph ${n(first)} of ${n(total)}`;
    if (last === first + 1) return `paragraphs ${n(first)} and ${n(last)} of ${n(total)}`;
    return `paragraphs ${n(first)}–${n(last)} of ${n(total)}`;
  },
  date: (iso) => writtenDate(iso, "en-GB"),
  basis: (references, others) =>
    `Based on ${[...references.map(name), ...(others > 0 ? [`and ${n(others)} more`] : [])].join("; ")}`,
  line: (parts) => parts.join(" · "),
  piece: (index, total) => `Part ${n(index)} of ${n(total)}`,
  position: (index, total) => `${n(index)} of ${n(total)}`,
  titled: (title) => `“${name(title)}”`,
  sourceTitled: (title) => `Source: “${name(title)}”`,

  missing: (fields) => `The article does not say: ${fields.map((field) => FIELDS[field]).join(", ")}.`,

  permalink: "Permalink of the passage:",

  verified: {
    exact: "Exact. The text stands in the articles, letter for letter.",
    spelling: "Close. The words are the same; only their spelling differs.",
    altered: "Altered. The text differs from what the articles say.",
    stitched: "Stitched. The parts of the text stand in the articles, but in different places.",
    "not-found": "Absent. I did not find this text in these articles; it may be in others.",
  },
  nearestText: "What is nearest to it:",
  verifiedPart: (index, state, words) => `Part ${n(index)}, ${PART_STATES[state]}: “${name(words)}”`,
  meaningChange: ({ kind, given, source }) => {
    if (source === undefined) return `A ${kind} was added: ${quoted(given)}.`;
    if (given === undefined) return `A ${kind} was dropped: ${quoted(source)}.`;
    if (given === source) return `A ${kind} was moved: ${quoted(given)}.`;
    return `The ${kind} was changed: your text has ${quoted(given)}, the article has ${quoted(source)}.`;
  },
  difference: ({ op, given, source }) => {
    if (op === "insert") return `${quoted(given)} added`;
    if (op === "delete") return `${quoted(source)} left out`;
    if (op === "move") return `${quoted(given)} moved`;
    return `${quoted(given)} for ${quoted(source)}`;
  },
  differences: (pieces, others) => `What differs: ${withOthers(pieces, others)}.`,
  spellingDifferences: (pieces, others) => `What is spelled otherwise: ${withOthers(pieces, others)}.`,
  leftOut: (sentences, words) =>
    `Before this part ${sentences === 0 ? "some text" : count(sentences, "sentence", "sentences")} (${count(words, "word", "words")}) of the article ${sentences > 1 ? "are" : "is"} left out.`,
  misattributed: (who) =>
    `The text is said to be from “${name(who)}”, which these articles do not say; this is its source:`,
  furtherParts: (number) =>
    `There ${number === 1 ? "is" : "are"} ${count(number, "further part", "further parts")}.`,
  retold: {
    other: "The articles do not have this text in these words.",
    told: "This is what they say about it:",
    near: "This is what is nearest to it:",
  },
  notHere: (figure) => `Your text has ${quoted(figure)}, which the passage below does not have.`,
  deniedHere: (negation) =>
    `Your text denies something (${quoted(negation)}), and the passage below denies nothing.`,
  nothingToVerify:
    "Write the text that is to be checked after the command, or use the command as a reply to a message that holds it.",
  verifiable: (words, characters) =>
    `I check a text of at least ${n(words)} words and at most ${n(characters)} characters.`,

  talk: {
    abilities:
      "Ask me about what is in the articles: I answer with a verbatim quotation, mark the words that answer, and name the source. When they hold no answer, I say so.",
    origin:
      "Everything I answer with is a verbatim quotation from these articles, and its source stands below it.",
    language:
      "I understand Arabic, standard and dialects, and English. Write your question as you would say it.",
    sum: "I do not calculate; I search the articles. Write a question about them.",
    chat: "I know only what is in the articles. Write a question about them.",
    test: `I am here. ${ASK}`,
    farewell: "Goodbye.",
    night: "Good night.",
    feast: "All the best to you too.",
    thanks: "You are welcome.",
    praise: "Thank you.",
    sorry: "No harm done. Write your question whenever you like.",
    peace: `Peace be upon you too, and welcome! ${ASK}`,
    morning: `Good morning! ${ASK}`,
    evening: `Good evening! ${ASK}`,
    welfare: `I am well, thank you. ${ASK}`,
    greeting: `Hello! ${ASK}`,
    assent: "All right. Write your question whenever you like.",
  },
  identity: (articles) =>
    `I am Isnad, a program that answers questions with verbatim quotations from ${
      articles === 0 ? "articles" : count(articles, "article", "articles")
    }, and names the source of each.`,
  empty: "I found nothing to search for in your message. Please write your question in plain words.",
  needsContext:
    "I do not know what you are asking about. Reply to the answer and I will go on from it, or write the whole question.",
  unresolved: "This button no longer leads anywhere, because the articles have changed. Please ask again.",
  unknownKey: "I found no passage with this key; its text may have changed. Please ask again.",
  nothingToCite: "Write the key of a passage, a link to it, or words from it.",
  start: (articles) =>
    `Welcome to Isnad!\nAsk me, and I will answer with a verbatim quotation from the articles and name its source. ${
      articles === 0 ? "I have no articles yet." : `I have ${count(articles, "article", "articles")}.`
    }`,
  startExamples: "Try one of these questions:",
  help: [
    "Write your question as you would say it, and I will look for its answer in the articles.",
    "• I quote letter for letter, mark the words that answer, and name the source.",
    "• When I am not certain I say so, and when I find no answer I say that too.",
    "• To ask about an answer, as in “and when was that?”, reply to it with your question.",
    '• To search exactly: "a phrase as it stands", -word that you do not want, +word as you wrote it, title:word of an article.',
    "• “Context” shows what stands before and after the quotation, “Next” shows another place.",
  ].join("\n"),
  privacy:
    "I keep neither your question nor who you are in any file or log. What I need in order to answer stays in memory for an hour at most, and is then gone. The buttons do not hold your question, but keys of passages; some hold the number of your account, so that in a group nobody but you and the administrators turns or deletes your answer.",
  privacyOfMeaning:
    "To find what your question means, I send its text, without who you are, to a server that the operator of this bot chose.",
  privacyOfReplicas:
    "Several copies of me answer together. They count questions in a memory that the operator of this bot chose, under codes that show neither your words nor your account, and for a day at most.",
  examples: "Questions that the articles answer:",
  noExamples: "I have no examples now. Write your question in your own words.",
  aboutTitle: (title) => `What do the articles say about “${title}”?`,
  articles: (number) =>
    number === 0 ? "No articles yet." : `${count(number, "article", "articles")}; choose one to open it:`,
  number: n,
  page: (index, total) => `Page ${n(index)} of ${n(total)}`,

  paragraphs: (number) => count(number, "paragraph", "paragraphs"),
  headings: "Its sections:",
  articleQuestions: (number) => (number === 1 ? "A question that it answers:" : "Questions that it answers:"),
  notInArticle: (lacking) =>
    sentence("This article does not answer this; nothing in it mentions: ", listed(lacking, "en", ", ")) ||
    "This article does not answer this.",
  elsewhere: {
    answered: "Another article does.",
    uncertain: "The other articles have something near to your question.",
    unanswered: "Nor does any other.",
  },
  onlyIn: (title) => `I searched only in the article “${name(title)}”.`,
  whichArticle: (title) =>
    `I do not know which article “${name(title)}” is. Please choose it from the list of articles.`,

  unavailable: "Sorry, the articles cannot be searched right now. Please ask again in a little while.",
  apology: (code) =>
    `Sorry, something went wrong on our side. Please try again in a little while. Error code: ${name(code)}`,
  mismatch:
    "Sorry, the quotation did not match the article, so I did not send it. Those who run this service have been told. Please ask again.",
  tooFast: (seconds) => `Your questions come very fast. Wait about ${span(seconds)}, then ask again.`,
  notText: "I read text only. Write your question, and I will look for its answer.",
  unknownCommand: (help) => `I do not know this command. Write your question, or send ${name(help)}`,
  notYours: "Only the person who asked and the administrators can delete this.",
  notAsker: {
    "private-chat":
      "These buttons are for the person who asked and for the administrators. You can go on in the private chat.",
    copy: "This copy is for you alone: the answer's own buttons are for the person who asked and for the administrators.",
  },
  deleted: "The answer was deleted.",
  expired: "This request has expired. Please ask again.",
  noFurther: { previous: "This is the first place.", next: "This is the last place." },

  groupHello: "Hello! I answer questions with verbatim quotations from the articles and name their sources.",
  groupPrivacyOn:
    "Of this group's messages I see only what is meant for me: commands, and replies to my messages.",
  groupPrivacyOff:
    "This group's messages reach me, but I answer only what is meant for me, and I keep nothing.",
  askAfterCommand:
    "Write your question after the command, or use the command as a reply to a message that holds it.",
  askAfterName: "Write your question after my name, or mention me in a reply to a message that holds it.",
  copyBelow: "Copy the quotation and its source from here:",
  commandBelow: "To show the passage in another chat, copy this command:",

  labels: {
    previous: (position) => positioned("Previous", position),
    next: (position) => positioned("Next", position),
    context: "Context",
    sources: (number) => `Other sources (${n(number)})`,
    back: "Back to the answer",
    copy: "Copy quotation and source",
    share: "Share",
    copyCommand: "Copy cite command",
    more: "More",
    less: "Less",
    open: "Open article",
    exactly: "Search as written",
    delete: "Delete",
    openPrivate: "Continue in private",
    privateChat: "Private chat",
    results: "Other results",
    beginning: "Read the article",
    article: "Back to the article",
    list: "List of articles",
    all: "Search all articles",
    chooseArticle: "Choose an article to open it",
    pageBefore: "Previous page",
    pageAfter: "Next page",
  },
} satisfies Wording;

const FIELDS = { author: "author", title: "title", source: "source", date: "date", url: "address" };

const PART_STATES = {
  exact: "exact",
  spelling: "close",
  altered: "altered",
  stitched: "stitched",
  "not-found": "absent",
};

function quoted(words: string | undefined): string {
  return `“${insert(words ?? "", "en", 60)}”`;
}

function withOthers(pieces: readonly string[], others: number): string {
  return others > 0 ? `${pieces.join("; ")}; and more` : pieces.join("; ");
}

/** A time to wait, rounded up: to ten seconds within a minute, else to minutes. */
function span(seconds: number): string {
  if (seconds <= 60) return `${n(Math.max(1, Math.ceil(seconds / 10)) * 10)} seconds`;
  return count(Math.ceil(seconds / 60), "minute", "minutes");
}

function sentence(beginning: string, words: string): string {
  return words === "" ? "" : `${beginning}${words}.`;
}

import { withoutEnding, withoutFeminine, withoutPronoun } from "./endings.ts";
import { foldHamza } from "./folding.ts";
import { keepsArticle, keepsParticle, keepsWaw } from "./protected-words.ts";
import { familiesApart, relativeOf } from "./roots.ts";

const ARTICLES = [
  "\u0648\u0628\u0627\u0644",
  "\u0648\u0643\u0627\u0644",
  "\u0641\u0628\u0627\u0644",
  "\u0648\u0644\u0644",
  "\u0648\u0627\u0644",
  "\u0628\u0627\u0644",
  "\u0643\u0627\u0644",
  "\u0641\u0627\u0644",
  "\u0627\u0644",
  "\u0644\u0644",
];
const BEFORE_NOUN = /^(?:[\u0628\u0643\u0641]?\u0627\u0644|\u0644\u0644|\u0648)/;
const PARTICLE = /^[\u0628\u0644\u0641\u0643\u0648]/;
const SHORTEST = 3;
const ARABIC_WORD = /^[\u0621-\u064a]+$/;
const ENGLISH_WORD = /^[a-z]+$/;

/**
 * The light stem of a folded term: the conjunction, the article with its particles, one attached pronoun and one ending
 * are taken off while at least three letters stay (light10 of Larkey, Ballesteros and Connell, with pronouns).
 * A term with other than Arabic letters stays, but an English plural loses its s. To be applied once: a stem may end in
 * letters that a second application would take for an ending.
 */
export function lightStem(term: string): string {
  if (!ARABIC_WORD.test(term)) return ENGLISH_WORD.test(term) ? englishSingular(term) : term;
  return withoutEnding(withoutPronoun(withoutArticle(term)));
}

/** The term without conjunction and article: و، ال، وال، بال، كال، فال، لل and the like, while three letters stay. */
export function withoutArticle(term: string): string {
  if (term.length <= SHORTEST || !BEFORE_NOUN.test(term) || keepsArticle(term)) return term;
  for (const article of ARTICLES) {
    if (term.startsWith(article) && term.length - article.length >= SHORTEST)
      return term.slice(article.length);
  }
  // الطب is طب: two letters stay behind the bare article.
  if (/^\u0627\u0644..$/.test(term)) return term.slice(2);
  if (term.startsWith("\u0648") && term.length > SHORTEST && !keepsWaw(term))
    return withoutArticle(term.slice(1));
  return term;
}

/**
 * A stronger stem, near the root: parts of a word that derive or inflect it are taken off and its long vowels left out, so
 * that many broken plurals and verb forms meet (مشروع and مشاريع, سعر and أسعار, ارتفع and ارتفاع). It joins too much
 * to rank by alone. Terms with other than Arabic letters are treated as in `lightStem`.
 */
export function deepStem(term: string): string {
  if (!ARABIC_WORD.test(term)) return lightStem(term);
  const whole = withoutPronoun(withoutArticle(term));
  const stripped = withoutEnding(whole);
  const family = familyOf(whole, stripped);
  if (family !== undefined || !PARTICLE.test(whole)) return family ?? rootOf(whole, stripped);
  return familyOf(whole.slice(1), stripped.slice(1)) ?? rootOf(whole, stripped);
}

/** By light stem: what stands for a family whose root is another word's. No root has such a mark. */
const families = new Map(
  familiesApart().flatMap(([first = "", ...more]) =>
    [first, ...more].map((word): [string, string] => [lightStem(word), `${first}!`]),
  ),
);

function familyOf(whole: string, stripped: string): string | undefined {
  const family = families.get(stripped);
  if (family !== undefined) return family;
  const relative = relativeOf(whole);
  return relative === undefined ? undefined : rootOf(relative, withoutEnding(relative));
}

function rootOf(whole: string, light: string): string {
  const stripped = withoutFeminine(light);
  // The ت of أوقات is of the root: no ending may leave a single consonant.
  const bare = foldHamza(hardConsonants(stripped) < 2 ? whole : stripped);
  return withoutVowels(withoutPrefix(withoutParticle(bare)));
}

/** Future sa- and the particles ب ل ف و ك, where a root of three consonants stays without them. */
function withoutParticle(word: string): string {
  if (/^\u0633[\u064a\u062a\u0646]/.test(word) && word.length >= 5) return word.slice(1);
  if (!/^[\u0628\u0644\u0641\u0648]/.test(word) || consonants(word.slice(1)) < 3) return word;
  return keepsWaw(word) || keepsParticle(word) ? word : word.slice(1);
}

/**
 * One prefix of a verb or of a noun made from it, then the t of تفعّل and تفعيل, where a root of three consonants stays: يرتفع,
 * ترتفع, مرتفع and ارتفاع meet in one stem. What اِستفعل and انفعل add stays: استخدم is not خدم.
 */
function withoutPrefix(word: string): string {
  let out = fromWaw(word);
  if (/^[\u0627\u0645]/.test(out) && (consonants(out.slice(1)) >= 3 || brokenPlural(out))) out = out.slice(1);
  else if (/^\u064a(?![\u0648\u0627])/.test(out) && out.length >= 4) out = out.slice(1);
  else if (/^\u0646\u0633\u062a/.test(out) && out.length >= 6) out = out.slice(1);
  if (HOLLOW_TAFIL.test(out)) return out.slice(1);
  const isTafaala = /^\u062a\u0627..$/.test(out);
  return /^\u062a/.test(out) && consonants(out.slice(1)) >= 3 && !isTafaala ? out.slice(1) : out;
}

/** تطور, تطوير and مطور of a root with a long vowel in its midst. */
const HOLLOW_TAFIL =
  /^(?:\u062a.[\u0648\u064a]\u064a?.|\u0645.\u0648[^\u0627\u0648\u064a]|\u0645.\u0627[\u0648\u064a].)$/;

/** إيقاف, ميزان: a ي that was the و of وقف, وزن. */
function fromWaw(word: string): string {
  return word.replace(/^(?:\u0627\u064a|\u0645\u064a)(?=.\u0627.$)/, "\u0648");
}

/** أفعال of a hollow root: أسواق، أموال. */
function brokenPlural(word: string): boolean {
  return /^\u0627.[\u0648\u064a]\u0627.$/.test(word);
}

/** Long vowels after the first letter vanish; where fewer than three letters would stay, each run of them is one waw. */
function withoutVowels(word: string): string {
  const head = word.slice(0, 1);
  const bare = head + word.slice(1).replace(/[\u0627\u0648\u064a]+/g, "");
  if (bare.length >= SHORTEST) return bare;
  return head + word.slice(1).replace(/[\u0627\u0648\u064a]+/g, "\u0648");
}

function hardConsonants(word: string): number {
  return word.replace(/[\u0627\u0648\u064a]/g, "").length;
}

/** Letters that are no long vowel; a weak letter at the start counts as one. */
function consonants(word: string): number {
  return word.slice(0, 1).length + word.slice(1).replace(/[\u0627\u0648\u064a]/g, "").length;
}

function englishSingular(word: string): string {
  if (word.length < 4 || !word.endsWith("s") || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:sh|ch|x|ss|zz)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

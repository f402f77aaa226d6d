/** Number words, written folded. Arabic nouns of number come with and without ta marbuta, in two cases, and in dialect spellings. */
const ONES: Readonly<Record<number, string>> = {
  1: "واحد واحده احد احدي",
  2: "اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي تنين اتنين",
  3: "ثلاث ثلاثه تلاته تلات ثلاثا",
  4: "اربع اربعه اربعا",
  5: "خمس خمسه خمسا",
  6: "ست سته",
  7: "سبع سبعه سبعا",
  8: "ثمان ثماني ثمانيه تمانيه تمن",
  9: "تسع تسعه تسعا",
  10: "عشر عشره عشرا",
};
const TENS: Readonly<Record<number, string>> = {
  20: "عشرون عشرين",
  30: "ثلاثون ثلاثين تلاتين",
  40: "اربعون اربعين",
  50: "خمسون خمسين",
  60: "ستون ستين",
  70: "سبعون سبعين",
  80: "ثمانون ثمانين تمانين",
  90: "تسعون تسعين",
};
const HUNDREDS: Readonly<Record<number, string>> = {
  100: "مئه مائه ميه مايه",
  200: "مئتان مئتين مائتان مائتين ميتين مئتا مئتي مائتا مائتي",
  300: "ثلاثمئه ثلاثمائه ثلثمئه ثلثمائه تلتميه",
  400: "اربعمئه اربعمائه ربعميه",
  500: "خمسمئه خمسمائه خمسميه",
  600: "ستمئه ستمائه ستميه",
  700: "سبعمئه سبعمائه سبعميه",
  800: "ثمانمئه ثمانمائه ثمانيمئه ثمانيمائه تمنميه",
  900: "تسعمئه تسعمائه تسعميه",
};
const SCALES: Readonly<Record<string, string>> = {
  1e3: "الف الاف الفا الوف thousand thousands k",
  1e6: "مليون مليونا ملايين million millions mn mln",
  1e9: "مليار مليارا مليارات ملايير بليون بليونا بلايين billion billions bn bln b",
  1e12: "تريليون ترليون تريليونا ترليونا تريليونات ترليونات trillion trillions tn trn",
};
const DUAL_SCALES: Readonly<Record<string, string>> = {
  1e3: "الفان الفين الفي",
  1e6: "مليونان مليونين مليوني",
  1e9: "ملياران مليارين ملياري بليونان بليونين",
  1e12: "تريليونان تريليونين ترليونان ترليونين تريليوني",
};
const ENGLISH: Readonly<Record<string, number>> = {
  ...{
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
  },
  ...{
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: 20,
  },
  ...{ thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90, hundred: 100 },
};

/** What a number word counts. */
export interface NumberWord {
  readonly value: number;
  /** `scale` multiplies what stands before it; `dual` is a scale twice. */
  readonly part: "one" | "ten" | "hundred" | "scale" | "dual";
}

const words = new Map<string, NumberWord>([
  ...entries(ONES, "one"),
  ...entries(TENS, "ten"),
  ...entries(HUNDREDS, "hundred"),
  ...entries(SCALES, "scale"),
  ...entries(DUAL_SCALES, "dual"),
  ...Object.entries(ENGLISH).map(
    ([word, value]) => [word, { value, part: value < 20 ? "one" : value < 100 ? "ten" : "hundred" }] as const,
  ),
]);

/** The number word that a folded term is; undefined when it is none. */
export function numberWord(term: string): NumberWord | undefined {
  return words.get(term);
}

/** All number words, folded. */
export function numberWords(): Iterable<string> {
  return words.keys();
}

/** Fractions by their folded name. خمس, سبع, ثمن and the like are also numbers or prices: see `fractionAt`. */
export const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ["نصف", 1 / 2],
  ["نص", 1 / 2],
  ["ثلث", 1 / 3],
  ["تلت", 1 / 3],
  ["ثلثا", 2 / 3],
  ["ثلثي", 2 / 3],
  ["ثلثان", 2 / 3],
  ["ثلثين", 2 / 3],
  ["ربع", 1 / 4],
  ["خمس", 1 / 5],
  ["سدس", 1 / 6],
  ["سبع", 1 / 7],
  ["ثمن", 1 / 8],
  ["تسع", 1 / 9],
  ["عشر", 1 / 10],
  ["half", 1 / 2],
  ["third", 1 / 3],
  ["quarter", 1 / 4],
]);

/** Ordinals with the article, by their folded form. */
export const ORDINALS: ReadonlyMap<string, number> = new Map(
  [
    ...[
      "الاول الاولي first 1st",
      "الثاني الثانيه second 2nd",
      "الثالث الثالثه التالت third 3rd",
      "الرابع الرابعه fourth 4th",
    ],
    ...["الخامس الخامسه fifth", "السادس السادسه sixth", "السابع السابعه seventh", "الثامن الثامنه eighth"],
    ...["التاسع التاسعه ninth", "العاشر العاشره tenth"],
  ].flatMap((line, at) => line.split(" ").map((word) => [word, at + 1] as const)),
);

function entries(table: Readonly<Record<string, string>>, part: NumberWord["part"]): [string, NumberWord][] {
  return Object.entries(table).flatMap(([value, line]) =>
    line.split(" ").map((word): [string, NumberWord] => [word, { value: Number(value), part }]),
  );
}

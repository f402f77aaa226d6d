/** What a number counts, told by the folded word beside it. */
const UNITS: Readonly<Record<string, string>> = {
  "currency:usd": "دولار دولارا دولارات dollar dollars usd",
  "currency:eur": "يورو euro euros eur",
  "currency:gbp": "استرليني pounds gbp sterling",
  "currency:egp": "جنيه جنيها جنيهات egp",
  "currency:sar": "ريال ريالا ريالات sar riyal riyals",
  "currency:aed": "درهم درهما دراهم aed dirham dirhams",
  "currency:dinar": "دينار دينارا دنانير dinar dinars",
  "currency:lira": "ليره ليرات lira",
  "currency:cny": "يوان yuan cny rmb",
  "currency:jpy": "ين yen jpy",
  "currency:inr": "روبيه روبيات rupee rupees",
  "currency:rub": "روبل روبلا ruble rubles",
  "duration:year": "سنه سنوات سنين سنوت عام عاما اعوام year years",
  "duration:month": "شهر شهرا شهور اشهر month months",
  "duration:week": "اسبوع اسبوعا اسابيع week weeks",
  "duration:day": "يوم يوما ايام day days",
  "duration:hour": "ساعه ساعات hour hours",
  "duration:minute": "دقيقه دقائق دقايق minute minutes",
  "duration:second": "ثانيه ثوان ثواني second seconds",
  "duration:decade": "عقد عقدا عقود decade decades",
  "duration:century": "قرن قرنا قرون century centuries",
  "length:km": "كم كيلومتر كيلومترا كيلومترات km kilometers kilometres",
  "length:m": "متر مترا امتار meters metres",
  "length:cm": "سم سنتيمتر سنتيمترا cm",
  "mass:kg": "كيلوغرام كيلوغراما كيلوجرام كيلو كغ كغم كجم kg kilograms",
  "mass:g": "غرام غراما جرام جراما غم grams",
  "mass:t": "طن طنا اطنان ton tons tonnes",
  "volume:l": "لتر لترا لترات liters litres",
  "temperature:degree": "درجه درجات degrees",
};
const DUAL_UNITS: Readonly<Record<string, string>> = {
  "duration:year": "سنتين سنتان سنتي عامين عامان",
  "duration:month": "شهرين شهران",
  "duration:week": "اسبوعين اسبوعان",
  "duration:day": "يومين يومان",
  "duration:hour": "ساعتين ساعتان",
  "duration:minute": "دقيقتين دقيقتان",
  "duration:decade": "عقدين عقدان",
  "duration:century": "قرنين قرنان",
  "currency:usd": "دولارين دولاران",
};
const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ["$", "currency:usd"],
  ["\u20ac", "currency:eur"],
  ["\u00a3", "currency:gbp"],
  ["\u00a5", "currency:cny"],
  ["\u20b9", "currency:inr"],
  ["\ufdfc", "currency:sar"],
]);

const units = index(UNITS);
const duals = index(DUAL_UNITS);

/** The unit that a folded word names. */
export function unitOf(term: string): string | undefined {
  return units.get(term);
}

/** The unit that a folded word names two of: سنتين, شهران. */
export function dualUnitOf(term: string): string | undefined {
  return duals.get(term);
}

/** The words of units that begin a mention by themselves: two of one, or one and a half. */
export function unitWords(): Iterable<string> {
  return [
    ...duals.keys(),
    ...[...units].filter(([, unit]) => unit.startsWith("duration:")).map(([word]) => word),
  ];
}

/** The currency of a sign. */
export function currencyOf(sign: string): string | undefined {
  return SYMBOLS.get(sign);
}

function index(table: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(table).flatMap(([unit, line]) => line.split(" ").map((word) => [word, unit] as const)),
  );
}

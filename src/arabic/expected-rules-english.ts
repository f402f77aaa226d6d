import { phrase, type Rule } from "./phrases.ts";

/** What English questions expect; see `expectedAnswer`. */
export const ENGLISH_RULES: readonly Rule[] = [
  [
    "why",
    phrase(
      "why|how come|what (?:is |was |are |were )?(?:the )?(?:reasons?|causes?|made|makes|caused|led|drove)",
    ),
  ],
  ["when", phrase("when|(?:what|which) (?:year|date|day|month|century|decade|time|season)|since when")],
  [
    "percent",
    phrase(
      "what (?:is |was |are |were )?(?:the )?(?:percent|percentage|share|proportion|rate)|how many percent|by how much percent",
    ),
  ],
  [
    "how-much",
    phrase("how much(?! (?:faster|slower|longer|bigger|smaller|more|less|better|time|taller|higher|lower))"),
  ],
  [
    "how-much",
    phrase(
      "what (?:[^ ]+ )?(?:is |was |are |were |does |did |do )?(?:the )?(?:[^ ]+ ){0,6}(?:price|cost|costs|pay|revenue|revenues|salary|budget|worth|fee|income|profit|profits)",
    ),
  ],
  [
    "how-many",
    phrase(
      "how (?:many|much|long|old|far|big|large|tall|high|deep|fast|often|heavy|wide|hot|cold|small)|(?:what|the) (?:is |was )?(?:the )?(?:number|size|length|height|weight|age|population|area|distance|speed) of|what (?:temperature|age|height|size|speed|distance)",
    ),
  ],
  [
    "where",
    phrase(
      "where|(?:what|which) (?:city|country|place|town|state|region|continent|stadium|university|hospital|island|museum)",
    ),
  ],
  [
    "who",
    phrase(
      "who|whom|whose|(?:what|which) (?:person|player|president|scientist|writer|author|doctor|king|queen|actor|singer|coach|minister|politician|team)",
    ),
  ],
  [
    "list",
    phrase(
      "(?:which|what) (?:[^ ]+ )?(?:(?!does |was |is |has |its |this )[^ ]+[^siu]s|companies|countries|two|three|four|five)(?= )(?! (?:is|was|the|does|it|this|his)(?= ))|what are|name the|list",
    ),
  ],
  [
    "definition",
    phrase(
      "what (?:does|do) .{1,60} mean|define|what is (?:an? )?[^ ]+(?: [^ ]+)?$|what is meant by|definition of|meaning of",
    ),
  ],
  ["how", phrase("how")],
  ["which", phrase("which|what")],
];

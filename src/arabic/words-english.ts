/** English function words, in lower case, apostrophes left out. */
export const ENGLISH_STOP_WORDS: Readonly<Record<string, string>> = {
  articles: "a an the",
  prepositions:
    "of in on at to for from by with about into over under between during through against within without after before than as per via since until upon among across behind",
  conjunctions: "and or but nor so if then because while though although that whether",
  pronouns:
    "i me my we us our you your he him his she her it its they them their this these those there here one ones itself themselves himself someone anyone anybody everyone",
  auxiliaries:
    "is are was were be been being am do does did done doing has have had having will would can could shall should may might must isnt arent wasnt werent dont doesnt didnt hasnt havent hadnt wont wouldnt cant couldnt shouldnt get gets got",
  adverbs:
    "not no also only just very too still yet now even ever please tell know said say says take took takes much many more most some any all each both other such same own",
  fragments: "s t d ll m re ve",
};

export const ENGLISH_QUESTION_WORDS: Readonly<Record<string, string>> = {
  words: "what who whom whose when where why how which whats whos wheres hows whens",
};

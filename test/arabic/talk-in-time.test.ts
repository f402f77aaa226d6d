import { describe, it } from "vitest";
import { talkOf } from "../../src/arabic/talk.ts";
import { inTime } from "../corpus/growth.ts";

describe("talkOf", () => {
  it.each(["articles on about", "thank you", "شكرا", "الله يعطيك العافية", "what do you"])(
    "reads the longest run of «%s» in no time",
    (phrase) => {
      for (const before of ["", "what do u ask ", "ty "])
        for (let words = 10; words <= 15; words += 1) {
          const terms = `${before}${`${phrase} `.repeat(15)}`.split(" ").slice(0, words);
          inTime(() => talkOf(terms.join(" "), terms));
        }
    },
  );
});

import { describe, expect, it } from "vitest";
import { languageOf } from "../../src/reply/language.ts";

describe("languageOf", () => {
  it.each([
    ["كم خلية في الوادي؟", "ar"],
    ["ما هو Valley Garden Weekly Journal؟", "ar"],
    ["Valley Garden كم عدد", "ar"],
    ["how many hives are there", "en"],
    ["What does إسناد mean?", "en"],
    ["مرحبا hello", "ar"],
  ] as const)("reads %j as %s", (text, language) => expect(languageOf(text)).toBe(language));

  it.each(["GPU", "DeepSeek", "RTX 3060", "@isnad_bot Nvidia"])(
    "takes a name in Latin letters for no language: %j",
    (text) => {
      expect(languageOf(text)).toBe("ar");
      expect(languageOf(text, "en")).toBe("en");
    },
  );

  it.each([
    ["Nvidia RTX سعر", "ar"],
    ["hello", "en"],
    ["kam se3r el dahab fel souq", "ar"],
    ["shukran", "ar"],
    ["salam", "ar"],
    ["gpu prices", "en"],
    ["who is Jensen Huang", "en"],
    ["qui est Jensen Huang", "en"],
    ["Quand le musée a-t-il ouvert ?", "en"],
    ["Wer kennt Jensen Huang?", "en"],
    ["RTX 3060?", "ar"],
  ] as const)("reads names and words as such: %j is %s", (text, language) => {
    expect(languageOf(text)).toBe(language);
  });

  it("takes the person's language where the script tells nothing, Arabic where that is unknown too", () => {
    for (const text of ["", "٣٠٠؟", "😀", "12", "如何", "!!!"]) {
      expect(languageOf(text, "en")).toBe("en");
      expect(languageOf(text)).toBe("ar");
    }
  });
});

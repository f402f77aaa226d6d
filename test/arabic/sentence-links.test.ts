import { describe, expect, it } from "vitest";
import { leansBack, turns } from "../../src/arabic/sentence-links.ts";

describe("leansBack", () => {
  it("is so of a sentence that points to the one before it, or takes it back", () => {
    for (const text of [
      "وهذا ما لم يحدث.",
      "وهي أقدم مدن الساحل.",
      "لذلك أُغلق المرفأ.",
      "غير أن السفن عادت.",
      "They came back.",
    ])
      expect(leansBack(text), text).toBe(true);
  });

  it("is not so of a sentence that only goes on, or holds such a word further on", () => {
    for (const text of [
      "وافتُتحت المكتبة سنة ١٩٥٨.",
      "ثم عادت السفن.",
      "غير المدينة سكانها.",
      "عاد البحارة، وهم قليل.",
      "",
    ])
      expect(leansBack(text), text).toBe(false);
  });
});

describe("turns", () => {
  it("is so of a sentence that limits or denies the one before it", () => {
    for (const text of [
      "لكنّ المرفأ بقي مغلقًا.",
      "إلا أنّ السفن عادت.",
      "ومع ذلك بقي الصيادون.",
      "على أن ذلك نادر.",
    ])
      expect(turns(text), text).toBe(true);
    for (const text of ["وهذا كثير.", "على الشاطئ سوق.", "مع الفجر يخرجون."])
      expect(turns(text), text).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { readingsByLayout } from "../../src/arabic/keyboard-layout.ts";

describe("readingsByLayout", () => {
  it.each([
    ["ljn", "متى"],
    ["hgfpdvm", "البحيرة"],
    ["Hdk", "أين"],
    ["LJn", "متى"],
    ["bQL", "لاضم"],
    ["ىرهيهش", "nvidia"],
    ["لامعث", "blue"],
  ])("reads «%s» as it was meant on a QWERTY keyboard: %s", (typed, meant) => {
    expect(readingsByLayout(typed)).toContain(meant);
  });

  it("reads what was typed on an AZERTY keyboard", () => {
    expect(readingsByLayout("hgfpdv,")).toContain("البحيرة");
    expect(readingsByLayout("قهتصث")).toContain("rijze");
  });

  it("has no other reading of a text in both scripts or in neither", () => {
    for (const text of ["متى GPU", "١٢٣ 45", "؟", ""]) expect(readingsByLayout(text)).toEqual([]);
  });
});

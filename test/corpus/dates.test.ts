import { describe, expect, it } from "vitest";
import { monthNames, monthOf } from "../../src/arabic/months.ts";
import { dateIn } from "../../src/corpus/dates.ts";

describe("dateIn", () => {
  it("knows each name of a month that questions know, as it is spelled and folded", () => {
    const names = [...monthNames()];
    expect(new Set(names.map(monthOf)).size).toBe(12);
    for (const name of names) {
      const month = String(monthOf(name)).padStart(2, "0");
      expect([name, dateIn(`5 ${name} 2024`)]).toEqual([name, `2024-${month}-05`]);
    }
  });

  it.each([
    ["٣١ أكتوبر ٢٠٢٥", "2025-10-31"],
    ["30 يوليوز 2024", "2024-07-30"],
    ["12 تِشرين الأوّل 2023", "2023-10-12"],
    ["3 اب 2022", "2022-08-03"],
    ["October 31, 2025", "2025-10-31"],
    ["أغسطس/آب 2023", "2023-08"],
    ["25/03/2024", "2024-03-25"],
    ["05/03/2024", "2024"],
    ["31 فبراير 2024", undefined],
  ])("reads «%s» as %s", (text, date) => {
    expect(dateIn(text)).toBe(date);
  });
});

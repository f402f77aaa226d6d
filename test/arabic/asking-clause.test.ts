import { describe, expect, it } from "vitest";
import { askingClauseOf } from "../../src/arabic/asking-clause.ts";
import { tokenize } from "../../src/arabic/tokens.ts";

const askingClause = (text: string) => {
  const { start, end } = askingClauseOf(text, tokenize(text));
  return text.slice(start, end);
};

describe("askingClauseOf", () => {
  it.each([
    ["قرأت أن النهر طويل، فما طول النهر؟", "فما طول النهر؟"],
    ["سمعت أن الملك سجن أخاه بعد الحرب، فلماذا سجنه؟", "فلماذا سجنه؟"],
    ["إذا مات المستأجر قبل نهاية العقد، فعلى أي أساس يستمر الورثة؟", "فعلى أي أساس يستمر الورثة؟"],
    ["عندي سكري. ما الفاكهة المسموحة؟ شكرا.", "ما الفاكهة المسموحة؟"],
    ["متى بنيت القلعة", "متى بنيت القلعة"],
  ])("of «%s» is «%s»", (text, clause) => {
    expect(askingClause(text)).toBe(clause);
  });

  it("of a long message may stand at its end", () => {
    const text = `${"كنت في السوق أمس مع صديق قديم. ".repeat(120)}متى بنيت القلعة؟`;
    expect(askingClause(text)).toBe("متى بنيت القلعة؟");
  });
});

import { describe, expect, it } from "vitest";
import { quotationOf } from "../../src/answer/quotation.ts";
import { tableColumns } from "../../src/reply/table-columns.ts";
import { corpusFrom, page, passageWith } from "../answer/library.ts";

const TABLE =
  "| السفينة | الطول | السنة |\n|---|---|---|\n| الدانة | 40 مترا | 1931 |\n| المرجان | 52 مترا | 1940 |";
const corpus = corpusFrom({ "ships.md": page("ships", "دفتر السفن", "رست في الميناء سفينتان:", TABLE) });

function columnsAbove(words: string): string | undefined {
  const passage = passageWith(corpus, words);
  const first = passage.article.sentences
    .slice(passage.firstSentence)
    .findIndex(({ start, end }) => passage.article.text.slice(start, end).includes(words));
  const quotation = quotationOf(passage, { first, count: 1, mark: { from: 0, count: 0 } });
  return quotation && tableColumns(quotation);
}

describe("tableColumns", () => {
  it("names the columns above any row of a table", () => {
    expect(columnsAbove("الدانة")).toBe("السفينة | الطول | السنة");
    expect(columnsAbove("المرجان")).toBe("السفينة | الطول | السنة");
  });

  it("names none above running text", () => {
    expect(columnsAbove("رست في الميناء")).toBeUndefined();
  });
});

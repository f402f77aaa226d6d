import MiniSearch from "minisearch";
import { describe, expect, it } from "vitest";
import { createFieldPostings } from "../../src/search/field-postings.ts";
import { PostedMiniSearch } from "../../src/search/posted-minisearch.ts";

describe("PostedMiniSearch", () => {
  it("holds what MiniSearch holds that documents were added to, and finds the same", () => {
    const texts = ["نحل عسل", "عسل سدر جبل", "", "نحل"];
    const options = { fields: ["light", "deep", "title"], tokenize: (text: string) => text.split(" ") };
    const added = new MiniSearch(options);
    for (const [id, light] of texts.entries()) added.add({ id, light, deep: "", title: "كتاب" });
    const fields = {
      light: createFieldPostings(),
      deep: createFieldPostings(),
      title: createFieldPostings(),
    };
    for (const text of texts) {
      fields.light.add(text.split(" ").filter(Boolean));
      fields.deep.add([]);
      fields.title.add(["كتاب"]);
    }
    const posted = new PostedMiniSearch(
      { light: fields.light.finish(), deep: fields.deep.finish(), title: fields.title.finish() },
      options,
    );
    const holders = (index: MiniSearch, query: string, field: string) => {
      const found: unknown[] = [];
      const boostDocument = (id: unknown, term: string) => found.push([id, term]) && 0;
      index.search(query, { fields: [field], boostDocument });
      return found;
    };
    expect(posted.documentCount).toBe(4);
    for (const [query, field] of [
      ["عسل نحل", "light"],
      ["كتاب", "title"],
      ["كتاب عسل", "deep"],
    ] as const)
      expect(holders(posted, query, field)).toEqual(holders(added, query, field));
    expect(holders(posted, "عسل", "light")).toEqual([
      [0, "عسل"],
      [1, "عسل"],
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { readCited } from "../../src/reply/cite.ts";

const isKnown = async (key: string) => key === "Ab3-_9zZ";
const SELECTION = { first: 0, count: 1, mark: { from: 0, count: 1 } };

describe("readCited", () => {
  it.each([
    ["#Ab3-_9zZ", true],
    ["p_Ab3-_9zZ", true],
    ["https://t.me/isnad_bot?start=p_Ab3-_9zZ", true],
    ["t.me/isnad_bot?a=b&start=p_Ab3-_9zZ&c=d", true],
    ["انظر https://t.me/isnad_bot?start=p_Ab3-_9zZ من فضلك", true],
    [" Ab3-_9zZ ", false],
  ])("reads %j as a key", async (text, isNamed) => {
    expect(await readCited(text, isKnown)).toEqual({ key: "Ab3-_9zZ", isNamed });
  });

  it("reads the selection behind the key", async () => {
    for (const text of ["#Ab3-_9zZAAB", "Ab3-_9zZAAB"])
      expect(await readCited(text, isKnown)).toMatchObject({ key: "Ab3-_9zZ", selection: SELECTION });
  });

  it.each(["question", "what is #this", "#هاشتاغ", "", "#", "عسل", "__proto__", "Ab3-_9zZ?"])(
    "reads %j as words",
    async (text) => expect(await readCited(text, isKnown)).toBeUndefined(),
  );

  it("takes a dead link for a link, whatever stands in it", async () => {
    expect(await readCited("https://t.me/isnad_bot?start=p_old", isKnown)).toEqual({
      key: "old",
      isNamed: true,
    });
    expect(await readCited("#zzzzzzzz", isKnown)).toEqual({ key: "zzzzzzzz", isNamed: true });
  });
});

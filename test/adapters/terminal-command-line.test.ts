import { describe, expect, it } from "vitest";
import { parseCommandLine, UsageError } from "../../adapters/terminal/command-line.ts";

describe("parseCommandLine", () => {
  it("runs when nothing is said", () => {
    expect(parseCommandLine([])).toEqual({ name: "run" });
    expect(parseCommandLine(["--corpus", "here"])).toEqual({ name: "run", corpus: "here" });
  });

  it("takes a question as one argument or as several words", () => {
    const question = "متى بُنيت المنارة؟";
    const expected = { name: "ask", question, json: false };
    expect(parseCommandLine(["ask", question])).toEqual(expected);
    expect(parseCommandLine(["ask", ...question.split(" ")])).toEqual(expected);
  });

  it("takes the article that alone is asked, and only to ask", () => {
    expect(parseCommandLine(["ask", "متى؟", "--article", "bees"])).toEqual({
      name: "ask",
      question: "متى؟",
      json: false,
      article: "bees",
    });
    expect(() => parseCommandLine(["verify", "a b c", "--article", "bees"])).toThrow(
      "--article goes with ask only",
    );
    expect(() => parseCommandLine(["ask", "متى؟", "--article", " "])).toThrow("--article needs a name");
  });

  it("takes what begins with a dash as a question after two dashes", () => {
    expect(parseCommandLine(["ask", "--json", "--", "-5 درجات"])).toMatchObject({
      question: "-5 درجات",
      json: true,
    });
  });

  it("takes a folder of articles with every command, before or after its name", () => {
    for (const words of [
      ["serve"],
      ["ask", "x"],
      ["batch"],
      ["rank", "f"],
      ["corpus"],
      ["doctor"],
      ["cite", "k"],
    ]) {
      expect(parseCommandLine([...words, "--corpus", "d"])).toMatchObject({ name: words[0], corpus: "d" });
      expect(parseCommandLine(["--corpus=d", ...words])).toMatchObject({ name: words[0], corpus: "d" });
    }
  });

  it("sends all articles to OpenSearch, or those that changed", () => {
    expect(parseCommandLine(["index"])).toEqual({ name: "index", isIncremental: false });
    expect(parseCommandLine(["index", "--incremental"])).toEqual({ name: "index", isIncremental: true });
    expect(() => parseCommandLine(["corpus", "--incremental"])).toThrow("--incremental goes with index only");
  });

  it("shows help and version before it complains of anything else", () => {
    expect(parseCommandLine(["ask", "-h"])).toEqual({ name: "help" });
    expect(parseCommandLine(["--version"])).toEqual({ name: "version" });
  });

  it.each([
    [["nonsense"], "there is no command"],
    [["ask"], "ask needs a question"],
    [["ask", "\ufffd\ufffd?"], "an argument is not UTF-8"],
    [["ask", "x", "--nonsense"], "Unknown option '--nonsense'"],
    [["ask", "x", "--json=yes"], "--json"],
    [["rank"], "rank needs one file"],
    [["rank", "a", "b"], "rank needs one file"],
    [["cite"], "cite needs the key"],
    [["batch", "--json"], "--json goes with"],
    [["serve", "now"], 'serve takes no "now"'],
    [["corpus", "--corpus", " "], "--corpus needs a folder"],
    [["corpus", "--corpus"], "--corpus"],
  ])("complains of %j in one sentence", (args, complaint) => {
    expect(() => parseCommandLine(args)).toThrow(UsageError);
    expect(() => parseCommandLine(args)).toThrow(complaint);
    expect(() => parseCommandLine(args)).not.toThrow("\n");
  });
});

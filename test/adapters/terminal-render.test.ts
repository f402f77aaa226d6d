import { describe, expect, it } from "vitest";
import { render } from "../../adapters/terminal/render.ts";
import { colouredStyle, plainStyle, styleFor } from "../../adapters/terminal/style.ts";
import { widthOf, wrap } from "../../adapters/terminal/wrap.ts";
import type { Reply } from "../../src/index.ts";

const text = "تجني القرية عسل السدر في نوفمبر. ويباع في سوق الخميس.";
const reply: Reply = {
  language: "ar",
  verdict: "answered",
  blocks: [
    { type: "notice", text: "تنبيه قصير." },
    { type: "quote", text, marks: [{ start: 22, end: 31 }] },
    {
      type: "citation",
      key: "AbCdEf12",
      title: "النحل في الجبال",
      url: "https://example.org/bees#:~:text=x",
      line: "سلمى · مجلة الحقل · الفقرة ٢ من ٣",
      date: { iso: "2024-03-09", text: "٩ مارس ٢٠٢٤" },
      basis: "استنادًا إلى كتاب",
    },
    { type: "text", text: "سطر\nوسطر آخر" },
    { type: "text", text: "وثالث" },
  ],
  actions: [
    [
      { type: "press", role: "next", label: "التالي (٢ من ٥)", data: "x" },
      { type: "share", label: "مشاركة", key: "AbCdEf12" },
      { type: "copy", label: "نسخ", text: "إحالة", key: "AbCdEf12" },
    ],
    [{ type: "ask", label: "سؤال؟", text: "سؤال؟" }],
  ],
};

describe("render", () => {
  it("lays a reply out plainly, the quotation letter for letter and its marked words below it", () => {
    expect(render(reply, { style: plainStyle })).toBe(
      [
        "تنبيه قصير.",
        "",
        "┃ تجني القرية عسل السدر في نوفمبر. ويباع في سوق الخميس.",
        "← في نوفمبر",
        "",
        "النحل في الجبال",
        "سلمى · مجلة الحقل · الفقرة ٢ من ٣ · ٩ مارس ٢٠٢٤",
        "استنادًا إلى كتاب",
        "https://example.org/bees#:~:text=x",
        "#AbCdEf12",
        "",
        "سطر",
        "وسطر آخر",
        "وثالث",
      ].join("\n"),
    );
  });

  it("colouredStyle the marked words inside the quotation, also across a line end, and links the title", () => {
    const shown = render(reply, { style: colouredStyle, columns: 30, choices: true });
    const esc = "\u001b";
    expect(shown).toBe(
      [
        `${esc}[36mتنبيه قصير.${esc}[39m`,
        "",
        `${esc}[2m┃ ${esc}[22mتجني القرية عسل السدر ${esc}[1m${esc}[33mفي${esc}[39m${esc}[22m`,
        `${esc}[2m┃ ${esc}[22m${esc}[1m${esc}[33mنوفمبر${esc}[39m${esc}[22m. ويباع في سوق الخميس.`,
        "",
        `${esc}]8;;https://example.org/bees#:~:text=x${esc}\\${esc}[1mالنحل في الجبال${esc}[22m${esc}]8;;${esc}\\`,
        "سلمى · مجلة الحقل · الفقرة ٢",
        "من ٣ · ٩ مارس ٢٠٢٤",
        `${esc}[2mاستنادًا إلى كتاب${esc}[22m`,
        `${esc}[2m#AbCdEf12${esc}[22m`,
        "",
        "سطر",
        "وسطر آخر",
        "وثالث",
        "",
        `${esc}[2mاكتب رقمًا، أو سؤالًا آخر:${esc}[22m`,
        `${esc}[1m[1]${esc}[22m التالي (٢ من ٥)   ${esc}[1m[2]${esc}[22m نسخ`,
        `${esc}[1m[3]${esc}[22m سؤال؟`,
      ].join("\n"),
    );
  });

  it("does not say the marked words again when the whole quotation is marked", () => {
    const whole: Reply = {
      language: "ar",
      blocks: [{ type: "quote", text, marks: [{ start: 0, end: text.length }] }],
      actions: [],
    };
    expect(render(whole, { style: plainStyle })).toBe(`┃ ${text}`);
  });

  it("lets no control character of an article steer the terminal, and keeps the marks in place", () => {
    const hostile: Reply = {
      language: "ar",
      blocks: [
        { type: "quote", text: "قبل \u001b[2Jبعد\u0007 نص", marks: [{ start: 8, end: 11 }] },
        {
          type: "citation",
          key: "AbCdEf12",
          title: "\u009b31m",
          line: "\u0000",
          url: "https://e.org/\u001b\\x",
        },
      ],
      actions: [],
    };
    for (const style of [plainStyle, colouredStyle]) {
      const shown = render(hostile, { style });
      for (const hostileText of ["\u001b[2J", "\u0007", "\u009b", "\u0000", "/\u001b"]) {
        expect(shown).not.toContain(hostileText);
      }
    }
    expect(render(hostile, { style: plainStyle })).toContain("← بعد\n");
  });

  it("cuts the marked words, long texts and rows of choices at spaces where there are no colours", () => {
    const words = "تجني القرية عسل السدر في نوفمبر ".repeat(5).trim();
    const long: Reply = {
      language: "ar",
      blocks: [
        { type: "quote", text: `${words}.`, marks: [{ start: 0, end: words.length }] },
        { type: "citation", key: "AbCdEf12", title: words, url: "https://e.org/", line: "سطر" },
        { type: "text", text: words, links: [{ start: 0, end: 4, url: "https://example.org" }] },
      ],
      actions: [
        ["التالي (٢ من ٥)", "السياق", "العودة إلى الجواب"].map((label) => ({
          type: "ask",
          label,
          text: "x",
        })),
      ],
    };
    for (const style of [plainStyle, colouredStyle]) {
      const shown = render(long, { style, columns: 30, choices: true }).split("\n");
      const escapes = new RegExp(
        `${String.fromCharCode(27)}(\\[\\d+m|\\]8;;[^${String.fromCharCode(27)}]*.\\\\)`,
        "g",
      );
      for (const line of shown) expect(widthOf(line.replace(escapes, "")), line).toBeLessThanOrEqual(30);
    }
    expect(render(long, { style: plainStyle, columns: 30 })).toMatch(/← تجني.+\n {2}\S/);
  });

  it("shows addresses with their letters, and as a terminal opens them where it links the title", () => {
    const url = `https://example.org/${encodeURIComponent("منارة")}?a=%26#:~:text=${encodeURIComponent("رأس الحمام\u202e")}%2D`;
    const cited: Reply = {
      language: "ar",
      blocks: [{ type: "citation", key: "AbCdEf12", title: "منارة", url, line: "سطر" }],
      actions: [],
    };
    expect(render(cited, { style: plainStyle })).toContain(
      "https://example.org/منارة?a=%26#:~:text=رأس%20الحمام%E2%80%AE%2D",
    );
    expect(render(cited, { style: colouredStyle })).toContain(`]8;;${url}`);
  });

  it("takes every kind of line end for one", () => {
    const lines: Reply = {
      language: "ar",
      blocks: [{ type: "quote", text: "ا\r\nب\rج\u2028د\n\nه", marks: [] }],
      actions: [],
    };
    expect(render(lines, { style: plainStyle })).toBe("┃ ا\n┃ ب\n┃ ج\n┃ د\n┃ \n┃ ه");
  });

  it("shows the addresses of links where none can be pressed", () => {
    const links: Reply = {
      language: "en",
      blocks: [
        { type: "text", text: "1. Bees", links: [{ start: 3, end: 7, url: "https://example.org/b" }] },
      ],
      actions: [],
    };
    expect(render(links, { style: plainStyle })).toBe("1. Bees\nhttps://example.org/b");
    expect(render(links, { style: colouredStyle })).toContain("]8;;https://example.org/b");
  });
});

describe("styleFor", () => {
  it("colouredStyle on a terminal alone, and not where NO_COLOR says so", () => {
    expect(styleFor(true, undefined).coloured).toBe(true);
    expect(styleFor(true, "").coloured).toBe(true);
    expect(styleFor(true, "1").coloured).toBe(false);
    expect(styleFor(false, undefined).coloured).toBe(false);
  });
});

describe("wrap", () => {
  it("cuts at spaces, keeps long words whole, and gives ranges that lose no word", () => {
    const long = "كلمة وكلمةطويلةجدًّالاتسعها سطر\n\nوأخيرًا سطر";
    const lines = wrap(long, 12).map(({ start, end }) => long.slice(start, end));
    expect(lines).toEqual(["كلمة", "وكلمةطويلةجدًّالاتسعها", "سطر", "", "وأخيرًا سطر"]);
  });

  it("gives vowel marks and isolates no room", () => {
    expect(widthOf("كَتَبَ")).toBe(3);
    expect(widthOf("\u2068Nvidia\u2069")).toBe(6);
    expect(widthOf("漢字")).toBe(4);
  });
});

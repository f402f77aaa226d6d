import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inAnyChat, inGroup, inPrivate, type Placement } from "../../adapters/telegram/keyboard.ts";
import { type Outgoing, renderReply } from "../../adapters/telegram/render.ts";
import type { Block, Reply } from "../../src/index.ts";
import { GOLDEN_REQUESTS, goldenReplies } from "./telegram-golden-replies.ts";
import { ME } from "./telegram-server.ts";

const PLACES = {
  private: () => inPrivate(ME),
  group: (reply: Reply) => inGroup(ME, reply, 77),
  "bare group": (reply: Reply) => inGroup({ ...ME, supports_inline_queries: false }, reply, 77),
  inline: (reply: Reply) => inAnyChat(ME, reply),
} satisfies Record<string, (reply: Reply) => Placement>;

describe("renderReply", () => {
  it("writes twenty replies as they are kept, text and entities", async () => {
    const replies = await goldenReplies();
    const pages = GOLDEN_REQUESTS.map(([place, request], i) => {
      const reply = replies[i] ?? quoted("", []);
      const messages = renderReply(reply, PLACES[place](reply)).map(readable);
      const asked =
        typeof request === "number" ? `button ${request} of the one before` : JSON.stringify(request);
      return `=== ${i + 1}. ${place}: ${asked}\n${messages.join("\n--- and\n")}`;
    });
    await expect(`${pages.join("\n\n")}\n`).toMatchFileSnapshot("./telegram-render.golden.txt");
  });

  it("keeps every message within 4,096 units and 90 entities, with entities that cut no character in two", () => {
    const words = fc.array(
      fc.constantFrom("كلمة", "😀", "👨‍👩‍👧‍👦", "word", "\u202e", "٣٫٥", "ـَـّ", "\ud83d", "جملة تامة."),
      { maxLength: 2_000 },
    );
    fc.assert(
      fc.property(words, fc.array(fc.nat(10_000), { maxLength: 240 }), (parts, cuts) => {
        const text = `ابدأ ${parts.join(" ")}`;
        const reply = quoted(text, marksAt(text, cuts));
        for (const { text: shown, entities } of renderReply(reply, PLACES.private())) {
          expect(shown.length).toBeLessThanOrEqual(4_096);
          expect(entities.length).toBeLessThanOrEqual(90);
          expect(shown.isWellFormed()).toBe(true);
          for (const { offset, length } of entities) {
            expect(length).toBeGreaterThan(0);
            expect(offset + length).toBeLessThanOrEqual(shown.length);
            expect(shown.slice(offset, offset + length).isWellFormed()).toBe(true);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it("counts in UTF-16 units, so that marks sit right behind emoji", () => {
    const text = "😀😀 الجواب هنا 😀";
    const [message] = renderReply(quoted(text, [{ start: 5, end: 11 }]), PLACES.private());
    const bold = message?.entities.find(({ type }) => type === "bold");
    expect(message?.text.slice(bold?.offset, (bold?.offset ?? 0) + (bold?.length ?? 0))).toBe("الجواب");
  });

  it("closes behind a quotation what it leaves open, and changes nothing in it", () => {
    const text = "نص \u202eفيه اتجاه \u2067لم يُغلق";
    const [message] = renderReply(quoted(text, []), PLACES.private());
    const [quote] = message?.entities ?? [];
    expect(message?.text.slice(quote?.offset, (quote?.offset ?? 0) + (quote?.length ?? 0))).toBe(text);
    expect(message?.text).toContain(`${text}\u2069\u202c\n`);
  });

  it("says below a quotation of two messages which part each is", () => {
    const messages = renderReply(quoted("جملة تامة. ".repeat(500), []), PLACES.private());
    expect(messages.map(({ text }) => /\nالجزء .+/.exec(text)?.[0])).toEqual([
      "\nالجزء ١ من ٢",
      "\nالجزء ٢ من ٢",
    ]);
  });

  it("makes links of web addresses only, and turns link previews off", () => {
    const links = ["javascript:alert(1)", "tg://user?id=1", "http://localhost/", "https://a.example/x"].map(
      (url, i) => ({ start: i, end: i + 1, url }),
    );
    const blocks: Block[] = [{ type: "text", text: "abcdef", links }];
    const [message] = renderReply({ language: "ar", blocks, actions: [] }, PLACES.private());
    expect(message?.entities).toEqual([
      { type: "text_link", offset: 3, length: 1, url: "https://a.example/x" },
    ]);
    expect(message?.link_preview_options).toEqual({ is_disabled: true });
  });

  it("copies the quotation with its source and permalink, or leads to a message to copy them from", () => {
    const copied = (length: number, placeOf: (reply: Reply) => Placement = PLACES.private) => {
      const copy = { type: "copy" as const, label: "نسخ", text: "ن".repeat(length), key: "AAAAAAAA" };
      const reply = { ...quoted("نص.", []), actions: [[copy]] };
      const [message] = renderReply(reply, placeOf(reply));
      return JSON.stringify(message?.reply_markup);
    };
    const bot = `https://t.me/${ME.username}`;
    const link = `\\n${bot}?start=p_AAAAAAAA`;
    const room = 256 - link.length + 1;
    expect(copied(room)).toContain(`"copy_text":{"text":"${"ن".repeat(room)}${link}"}`);
    expect(copied(room + 1)).toContain(`{"text":"نسخ","callback_data":"yAAAAAAAA"}`);
    for (const place of [PLACES.group, PLACES.inline])
      expect(copied(room + 1, place)).toContain(`{"text":"نسخ","url":"${bot}?start=c_AAAAAAAA"}`);
  });

  it("shows a text to be copied so that a tap copies it", () => {
    const blocks: Block[] = [
      { type: "text", text: "انسخ:" },
      { type: "text", text: "«نص»\nالمصدر", isToCopy: true },
    ];
    const [message] = renderReply({ language: "ar", blocks, actions: [] }, PLACES.private());
    expect(message?.entities).toEqual([{ type: "pre", offset: 7, length: 11 }]);
  });

  it("leads a title that opens in Latin letters, but is Arabic, from the right", () => {
    const [message] = renderReply(quoted("نص.", [], "Nvidia تتخطى حاجزًا جديدًا"), PLACES.private());
    expect(message?.text).toContain("\n\u200fNvidia تتخطى");
  });
});

type Marks = readonly { readonly start: number; readonly end: number }[];

function quoted(text: string, marks: Marks, title = "عنوان"): Reply {
  return {
    language: "ar",
    blocks: [
      { type: "quote", text, marks },
      { type: "citation", key: "AAAAAAAA", title, line: "مصدر" },
    ],
    actions: [],
  };
}

/** Ranges between neighbouring cuts, none of which parts a surrogate pair: the core's never do. */
function marksAt(text: string, cuts: readonly number[]): { start: number; end: number }[] {
  const sorted = [...new Set(cuts.map((cut) => cut % text.length))].sort((a, b) => a - b);
  const whole = sorted.filter((cut) => !/[\udc00-\udfff]/.test(text.charAt(cut)));
  return whole.flatMap((start, i) =>
    i % 2 === 0 && whole[i + 1] ? [{ start, end: whole[i + 1] ?? start }] : [],
  );
}

/** A message so that a person can read and compare it: the text, then what is formatted, then the buttons by row. */
function readable({ text, entities, reply_markup: markup }: Outgoing): string {
  const formatted = entities.map((entity) => {
    const part = text.slice(entity.offset, entity.offset + entity.length);
    const url = entity.type === "text_link" ? ` → ${entity.url}` : "";
    return `  ${entity.type} ${entity.offset}+${entity.length} «${part.replaceAll("\n", "⏎")}»${url}`;
  });
  const rows =
    markup && "inline_keyboard" in markup
      ? markup.inline_keyboard
      : markup && "keyboard" in markup
        ? markup.keyboard
        : [];
  const keys = rows.map(
    (row) =>
      `  ${row.map((key) => (typeof key === "string" ? key : `[${key.text}]${destination(key)}`)).join(" ")}`,
  );
  return [visible(text), "entities:", ...formatted, "keys:", ...keys].join("\n");
}

function destination(key: object): string {
  const [name, value] = Object.entries(key).find(([field]) => field !== "text") ?? [];
  return name === undefined ? "" : ` ${name}=${JSON.stringify(value)}`;
}

function visible(text: string): string {
  return text.replace(
    /[\u200e\u200f\u2066-\u2069\u202a-\u202e]/g,
    (mark) => `<${mark.charCodeAt(0).toString(16)}>`,
  );
}

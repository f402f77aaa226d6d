import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { renderReply, sectionsOf } from "../../adapters/discord/render.ts";
import type { Block, Reply } from "../../src/index.ts";
import { LONG, REPLIES } from "./discord-replies.ts";
import { componentsIn, type Message, markdownIn, shownBy } from "./discord-shown.ts";

const ASKER = "424242000000000001";
const PUBLIC = { asker: ASKER, isPublic: true };
const shown = (message: unknown) => message as Message;

describe("renderReply", () => {
  for (const [name, reply] of Object.entries(REPLIES)) {
    it(`lays out ${name}`, async () => {
      const text = renderReply(reply, PUBLIC)
        .map((message) => readable(message))
        .join("---\n");
      const file = name.toLowerCase().replaceAll(/[^a-z]+/g, "-");
      await expect(text).toMatchFileSnapshot(`discord-golden/${file}.yaml`);
    });
  }

  it("keeps within the limits of a message, whatever the reply", () => {
    const text = fc.string({
      unit: fc.constantFrom("كلمة ", "x", "*", "_", "\n", ". ", "😀"),
      maxLength: 1500,
    });
    const block: fc.Arbitrary<Block> = fc.oneof(
      text.map((t): Block => ({ type: "quote", text: t, marks: [{ start: 0, end: Math.min(9, t.length) }] })),
      text.map(
        (t): Block => ({ type: "citation", key: "AAAAAAAA", title: t.slice(0, 60), line: t.slice(0, 100) }),
      ),
      text.map((t): Block => ({ type: "notice", text: t })),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 30 }), fc.boolean(), (blocks, isPublic) => {
        const pages = renderReply({ language: "ar", blocks, actions: [] }, { asker: ASKER, isPublic });
        for (const page of pages) {
          const components = componentsIn(shown(page));
          const length = components.reduce((sum, { content = "" }) => sum + content.length, 0);
          expect(length).toBeLessThanOrEqual(4000);
          expect(components.length).toBeLessThanOrEqual(40);
          expect(page.allowedMentions).toEqual({ parse: [], repliedUser: false });
        }
      }),
      { numRuns: 60 },
    );
  });

  it("says a long quotation in several messages, cited in each, with the buttons under the last", () => {
    const pages = renderReply(longReply(), PUBLIC).map((page) => shownBy(shown(page)));
    expect(
      pages
        .flatMap(({ quotes }) => quotes.map(({ text }) => text))
        .join("")
        .replace(/\s/g, ""),
    ).toBe(LONG.replace(/\s/g, ""));
    for (const [i, { text, buttons }] of pages.entries()) {
      expect(text).toContain("منارة رأس الملح");
      expect(text).toContain(`من ${["", "", "٢", "٣", "٤"][pages.length]}`);
      expect(buttons.some(({ data }) => data.startsWith("1c:"))).toBe(i === pages.length - 1);
    }
  });

  it("turns the pages of a long reply where a button can say which, without any memory", () => {
    const place = { ...PUBLIC, origin: "1aDATA" };
    const count = renderReply(longReply(), PUBLIC).length;
    const texts = Array.from({ length: count }, (_, page) => renderReply(longReply(), { ...place, page }));
    expect(new Set(texts.map(([page]) => markdownIn(shown(page)))).size).toBe(count);
    for (const [page, ...others] of texts) {
      expect(others).toEqual([]);
      expect(shownBy(shown(page)).buttons.some(({ data }) => data.startsWith(`1a:${ASKER}:`))).toBe(true);
    }
    // A page beyond the last, as a forged button may ask for, is the last.
    expect(renderReply(longReply(), { ...place, page: 999 })).toEqual(texts.at(-1));
  });

  it("has no button to delete what only one person sees", () => {
    const buttons = (isPublic: boolean) =>
      shownBy(shown(renderReply(longReply(), { asker: ASKER, isPublic }).at(-1))).buttons;
    expect(buttons(true).some(({ data }) => data.startsWith("1d:"))).toBe(true);
    expect(buttons(false).some(({ data }) => data.startsWith("1d:"))).toBe(false);
  });
});

describe("sectionsOf", () => {
  it("leaves what leads over to another source with that source", () => {
    const reply = REPLIES["sources that differ"];
    expect(reply && sectionsOf(reply.blocks).map((section) => section.map(({ type }) => type))).toEqual([
      ["quote", "citation", "text"],
      ["notice", "quote", "citation"],
    ]);
  });
});

function longReply(): Reply {
  const reply = REPLIES["a quotation longer than a message"];
  if (reply === undefined) throw new Error("no such reply");
  return reply;
}

/** A payload as YAML, with marks of direction where they can be seen. */
function readable(payload: unknown): string {
  const yaml = stringify(JSON.parse(JSON.stringify(payload)), { lineWidth: 0 });
  return yaml.replace(
    /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16)}`,
  );
}

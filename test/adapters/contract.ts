import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { ChatAdapter } from "../../adapters/runtime/adapter.ts";
import { createGuard, type Guard } from "../../adapters/runtime/guard.ts";
import type { Limits } from "../../adapters/runtime/limits.ts";
import { createLimits } from "../../adapters/runtime/limits.ts";
import { createLogger } from "../../adapters/runtime/log.ts";
import type { Logger } from "../../adapters/runtime/logger.ts";
import { openAssistant } from "../../adapters/runtime/open-assistant.ts";
import { parseRateLimit } from "../../adapters/runtime/rate-limit.ts";
import type { Reply, Request } from "../../src/index.ts";

/** A message as its reader sees it, whatever the platform's markup. */
export interface Shown {
  /** All that can be read, markup taken away. */
  readonly text: string;
  readonly quotes: readonly { readonly text: string; readonly marks: readonly string[] }[];
  /** Words that open an address when they are tapped. */
  readonly links: readonly { readonly text: string; readonly url: string }[];
  readonly buttons: readonly { readonly label: string; readonly data: string }[];
}

/** A platform with a person in front of it, over a server that records. */
export interface Conversation {
  readonly adapter: ChatAdapter;
  /** Writes to the bot in private; gives the messages that came, after a moment without any more. */
  ask(text: string): Promise<Shown[]>;
  /** Presses a button of a message shown before, by this process or another; gives what stands there then, or the notice that came. */
  press(data: string): Promise<Shown>;
  /** Ends the server too. */
  close(): Promise<void>;
}

/** What a platform supplies to be judged by the contract. */
export interface Platform {
  readonly name: string;
  /** Starts the adapter, made of these parts, against a server of its own. */
  open(parts: ContractParts): Promise<Conversation>;
  /** Texts of the person or of the platform that no log may hold: tokens, names, ids. */
  readonly secrets: readonly string[];
  /** Where a question in excess must have an answer, because the platform demands one. */
  readonly answersExcess?: boolean;
}

export interface ContractParts {
  readonly guard: Guard;
  readonly log: Logger;
}

/** What the guard stands in front of. */
interface Guarded {
  readonly assistant: { handle(request: Request): Promise<Reply> };
  readonly limits: Limits;
}

/** What every chat adapter shows. A new platform supplies a {@link Platform} and calls this in its test file. */
export function describeChatAdapter(platform: Platform): void {
  describe(`${platform.name} as a chat adapter`, () => {
    const lines: string[] = [];
    const log = createLogger({
      level: "info",
      sink: { write: (line) => lines.push(line), writableLength: 0 },
    });
    let folder = "";
    let assistant: Guarded["assistant"];
    let opened: Conversation[] = [];

    beforeAll(async () => {
      folder = await mkdtemp(path.join(tmpdir(), "isnad-contract-"));
      for (const [name, text] of Object.entries(ARTICLES)) await writeFile(path.join(folder, name), text);
      ({ assistant } = await openAssistant(folder, log));
    });
    afterAll(() => rm(folder, { recursive: true }));
    afterEach(async () => {
      for (const conversation of opened) {
        await conversation.adapter.stop(1_000);
        await conversation.close();
      }
      opened = [];
    });

    async function open(changed: Partial<Guarded> = {}): Promise<Conversation> {
      const guarded = { assistant, limits: limited("off"), ...changed };
      const guard = createGuard(guarded.assistant, {
        platform: platform.name.toLowerCase(),
        limits: guarded.limits,
        log,
      });
      const conversation = await platform.open({ guard, log });
      opened.push(conversation);
      return conversation;
    }

    it("answers a question with the article's own words, the answer marked in them, and the source", async () => {
      const [shown] = await (await open()).ask(QUESTION);
      const quote = shown?.quotes[0];
      expect(ARTICLES["lighthouse.md"]).toContain(quote?.text);
      expect(quote?.marks.join(" ")).toContain("١٨٧٢");
      expect(shown?.text).toContain("منارة رأس الملح");
      expect(shown?.text).toContain("مجلة الساحل");
    });

    it("keeps nothing behind its buttons: another process shows the next passage and the same first one again", async () => {
      const [first] = await (await open()).ask(SEVERAL);
      const next = first?.buttons.find(({ label }) => /التالي/.test(label));
      const second = await (await open()).press(next?.data ?? "");
      expect(second.quotes[0]?.text).not.toBe(first?.quotes[0]?.text);
      const back = second.buttons.find(({ label }) => /السابق/.test(label));
      const again = await (await open()).press(back?.data ?? "");
      expect(again.quotes).toEqual(first?.quotes);
    });

    it("answers a button that leads nowhere with what to do", async () => {
      for (const data of ["nonsense", "1aAAAAAAAAAAAAAAA", "page=-1", "__proto__"]) {
        const shown = await (await open()).press(data);
        expect(shown.text).toMatch(/من جديد|again/);
      }
    });

    it("loses nothing of a reply that is longer than a message, and cites every part", async () => {
      const long = Array.from({ length: 400 }, (_, i) => `الجملة رقم ${i} من نص طويل جدًّا.`).join(" ");
      const handle = async (): Promise<Reply> => longReply(long);
      const messages = await (await open({ assistant: { handle } })).ask("سؤال");
      expect(messages.length).toBeGreaterThan(1);
      const quotes = messages.flatMap(({ quotes }) => quotes.map(({ text }) => text));
      expect(quotes.join("").replace(/\s+/g, "")).toBe(long.replace(/\s+/g, ""));
      for (const { text, quotes: own } of messages)
        if (own.length > 0) expect(text).toContain("عنوان النص الطويل");
    });

    it("tells a person once who asks too fast, then keeps silent", async () => {
      const conversation = await open({ limits: limited("2/60s") });
      const texts: string[] = [];
      for (let i = 0; i < 5; i++) texts.push((await conversation.ask(QUESTION))[0]?.text ?? "");
      expect(texts.slice(0, 2).every((text) => text.includes("١٨٧٢"))).toBe(true);
      expect(texts[2]).toMatch(/انتظر|Wait/);
      if (platform.answersExcess) expect(texts[3]).not.toContain("١٨٧٢");
      else expect(texts.slice(3)).toEqual(["", ""]);
    });

    it("finishes what was begun when it is stopped", async () => {
      const begun = gate();
      const go = gate();
      const handle = async (request: Request): Promise<Reply> => {
        begun.open();
        await go.opened;
        return assistant.handle(request);
      };
      const conversation = await open({ assistant: { handle } });
      const answer = conversation.ask(QUESTION);
      await begun.opened;
      const stopped = conversation.adapter.stop(4_000);
      go.open();
      await stopped;
      expect((await answer)[0]?.text).toContain("١٨٧٢");
    });

    it("answers a mistake of ours with a code that stands in the log", async () => {
      const handle = async (request: Request): Promise<Reply> => {
        throw new Error(`cannot handle ${"text" in request ? "a text" : "this"}`);
      };
      const [shown] = await (await open({ assistant: { handle } })).ask(QUESTION);
      const code = /[23456789A-Z]{6}/.exec(shown?.text ?? "")?.[0];
      expect(shown?.text).toMatch(/عذرًا|Sorry/);
      expect(shown?.text).not.toContain("cannot handle");
      expect(
        lines.some((line) => code !== undefined && line.includes(code) && line.includes("cannot handle")),
      ).toBe(true);
    });

    it("shows hostile words as they are, and makes no markup of them", async () => {
      const conversation = await open();
      for (const text of HOSTILE) {
        const messages = await conversation.ask(text);
        expect(messages.length, text).toBeGreaterThan(0);
        for (const { links, quotes, text: read } of messages) {
          expect(links.filter(({ url }) => url.includes("evil.example"))).toEqual([]);
          expect(quotes.flatMap(({ marks }) => marks).filter((mark) => mark.includes("INJECTED"))).toEqual(
            [],
          );
          expect(isBalanced(read), text).toBe(true);
        }
      }
    });

    it("writes no text, name or id of a person and no token into the log", async () => {
      const conversation = await open();
      await conversation.ask("كلمة_سر_لا_تظهر MARKERWORD");
      await conversation.press("MARKERDATA");
      const all = lines.join("");
      for (const secret of ["كلمة_سر", "MARKERWORD", "MARKERDATA", QUESTION, ...platform.secrets])
        expect(all).not.toContain(secret);
    });
  });
}

/** A question that one sentence answers, and one that several passages do. */
const QUESTION = "متى بُنيت منارة رأس الملح؟";
const SEVERAL = "ما ارتفاع المنارة؟";

const ARTICLES = {
  "lighthouse.md": [
    "---\ntitle: منارة رأس الملح\nsource: مجلة الساحل\ndate: 2024-03-05\n---",
    "تقف منارة رأس الملح على صخرة عالية عند مدخل الخليج. بُنيت منارة رأس الملح سنة ١٨٧٢ على يد عمال من القرى المجاورة. وكان ضوؤها يُرى من مسافة عشرين ميلًا.",
    "يبلغ ارتفاع المنارة اثنين وأربعين مترًا فوق سطح البحر. وقد رُمّمت مرتين في القرن الماضي.",
  ].join("\n\n"),
  "harbour.md": [
    "---\ntitle: مرفأ الصيادين\nsource: دفتر الميناء\n---",
    "ارتفاع المنارة القديمة في مرفأ الصيادين ثمانية عشر مترًا فقط. يخرج الصيادون قبل الفجر ويعودون عند الظهر.",
    "لا ترتفع أمواج المرفأ كثيرًا لأن حاجزًا من الحجر يحميه. وفيه سوق صغيرة للسمك.",
  ].join("\n\n"),
} as const;

const HOSTILE = [
  '<b>INJECTED</b> & <a href="https://evil.example/">click</a> </b>',
  "*INJECTED* _x_ [INJECTED](https://evil.example/) ||s|| ```code",
  "@everyone <@1> <@&1> @here",
  "start \u202e\u202e\u2067 evil \u2066",
  "abc \ud83d def",
  "'; DROP TABLE x;-- %s {{7*7}} ../../etc/passwd",
];

function longReply(text: string): Reply {
  return {
    language: "ar",
    blocks: [
      { type: "quote", text, marks: [{ start: 0, end: 6 }] },
      { type: "citation", key: "AAAAAAAA", title: "عنوان النص الطويل", line: "مؤلف، مصدر" },
    ],
    actions: [],
  };
}

function limited(setting: string): Limits {
  const parsed = parseRateLimit(setting);
  if (!parsed) throw new Error(`no rate limit: ${setting}`);
  return createLimits(parsed);
}

/** Something that is closed until it is opened. */
export function gate(): { opened: Promise<void>; open(): void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

/** Every embedding, override and isolate is closed, and nothing is closed that was not opened. */
function isBalanced(text: string): boolean {
  const open: string[] = [];
  for (const [control] of text.matchAll(/[\u202a-\u202e\u2066-\u2069]/g)) {
    if (control === "\u202c" || control === "\u2069") {
      if (open.pop() !== control) return false;
    } else open.push(control >= "\u2066" ? "\u2069" : "\u202c");
  }
  return open.length === 0;
}

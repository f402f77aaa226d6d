import { describe, expect, it } from "vitest";
import { decode } from "../../src/corpus/decode.ts";

const bytes = (...values: number[]) => Uint8Array.from(values);
const utf8 = (text: string) => Buffer.from(text);
const utf16 = (text: string, littleEndian: boolean) => {
  const buffer = Buffer.from(`\uFEFF${text}`, "utf16le");
  return littleEndian ? buffer : buffer.swap16();
};
/** A text in an encoding of one byte a sign, which Node only decodes. */
const encoded = (text: string, encoding: string) => {
  const decoder = new TextDecoder(encoding);
  const all = Array.from({ length: 256 }, (_, byte) => decoder.decode(bytes(byte)));
  return Uint8Array.from(text, (sign) => all.indexOf(sign));
};

const STORY =
  "تُطبخ العدسية بالكمون ساعة كاملة على نار هادئة، ثم يُترك القدر حتى يبرد.\nويُقدَّم الحساء ساخنًا مع الخبز والليمون.\n";

describe("decode", () => {
  it("skips a byte order mark, so that offsets count after it", () => {
    expect(decode(utf8("\uFEFFمرحبا"))).toEqual({ text: "مرحبا", encoding: "utf-8", warnings: [] });
  });

  it("decodes UTF-16 of both byte orders by their marks", () => {
    expect(decode(utf16("مرحبا", true))).toMatchObject({ text: "مرحبا", encoding: "utf-16le" });
    expect(decode(utf16("مرحبا", false))).toMatchObject({ text: "مرحبا", encoding: "utf-16be" });
    expect(decode(utf16("مرحبا", true).subarray(0, 9))).toHaveProperty("fault", true);
  });

  it("reads Windows-1256 when its words are Arabic, and warns that this is a guess", () => {
    const old = decode(encoded("سلام يا بحر", "windows-1256"));
    expect(old).toMatchObject({ text: "سلام يا بحر", encoding: "windows-1256" });
    expect(old).toHaveProperty("warnings.0.message", expect.stringContaining("Windows-1256"));
  });

  it("hears the encoding that the head of an HTML or XML text names, where its words come out as Arabic", () => {
    const page = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-6"></head>\n${STORY}`;
    const read = decode(encoded(page, "iso-8859-6"));
    expect(read).toMatchObject({ text: page, encoding: "iso-8859-6" });
    expect(read).toHaveProperty("warnings.0.message", expect.stringContaining("ISO-8859-6"));
    const wrong = page.replace("iso-8859-6", "klingon");
    expect(decode(encoded(wrong, "windows-1256"))).toMatchObject({ text: wrong, encoding: "windows-1256" });
    const xml = `<?xml version="1.0" encoding='ISO-8859-6'?>\n${STORY}`;
    expect(decode(encoded(xml, "iso-8859-6"))).toMatchObject({ text: xml });
    expect(decode(utf8(page))).toMatchObject({ text: page, encoding: "utf-8" });
  });

  it("reads Windows-1256 with long passages in Latin letters", () => {
    const text = `${STORY}Translated for the readers of the Coast Kitchen by J. Smith, café owner; every measure was turned into grams.\n`;
    expect(decode(encoded(text, "windows-1256"))).toMatchObject({ text, encoding: "windows-1256" });
  });

  it.each(["iso-8859-6", "windows-1251", "windows-1255", "windows-1254", "iso-8859-7"])(
    "refuses a text in %s instead of reading it as Windows-1256",
    (encoding) => {
      const text = {
        "iso-8859-6": STORY,
        "windows-1251": "Чечевицу варят целый час на медленном огне, а потом дают ей остыть.",
        "windows-1255": "מבשלים את העדשים שעה שלמה על אש קטנה ואחר כך מניחים לסיר להתקרר.",
        "windows-1254": "Mercimeği kısık ateşte bir saat pişirin, sonra tencereyi soğumaya bırakın.",
        "iso-8859-7": "Βράζουμε τις φακές μία ώρα σε χαμηλή φωτιά και τις αφήνουμε.",
      }[encoding];
      expect(decode(encoded(text ?? "", encoding))).toHaveProperty("fault", true);
    },
  );

  it("lets one stray byte in UTF-8 cost that byte alone, and warns of it by line and byte", () => {
    const at = utf8(STORY).indexOf("\n") + 1;
    const damaged = Buffer.concat([utf8(STORY).subarray(0, at), bytes(0xff), utf8(STORY).subarray(at)]);
    const [first, second] = STORY.split("\n");
    expect(decode(damaged)).toEqual({
      text: `${first}\n\uFFFD${second}\n`,
      encoding: "utf-8",
      warnings: [
        {
          line: 2,
          message: `invalid UTF-8 at byte ${at}, read as \uFFFD: correct the letter and save the file as UTF-8`,
        },
      ],
    });
  });

  it("never reads as Windows-1256 what begins as Arabic in UTF-8, wherever the file is cut", () => {
    const whole = utf8(STORY);
    for (let length = 8; length < whole.length; length += 1) {
      const cut = decode(whole.subarray(0, length));
      expect(cut).toHaveProperty("encoding", "utf-8");
      const { text = "", warnings = [] } = "text" in cut ? cut : {};
      expect(STORY.startsWith(text.replace("\uFFFD", ""))).toBe(true);
      expect(warnings.length).toBe(text.includes("\uFFFD") ? 1 : 0);
    }
  });

  it("says of a file that ends inside a letter that it may be cut", () => {
    const cut = decode(utf8("خبز").subarray(0, 5));
    expect(cut).toMatchObject({ text: "خب\uFFFD", warnings: [{ line: 1 }] });
    expect(cut).toHaveProperty("warnings.0.message", expect.stringContaining("may be cut"));
  });

  it("refuses a file of two encodings with byte, line and cure", () => {
    const mixed = Buffer.concat([utf8(STORY), encoded(STORY, "windows-1256")]);
    expect(decode(mixed)).toEqual({
      reason: `invalid UTF-8 at byte ${utf8(STORY).length}, among others: save the file as UTF-8`,
      line: 3,
      fault: true,
    });
    expect(decode(Buffer.concat([encoded(STORY, "windows-1256"), utf8(STORY)]))).toHaveProperty(
      "fault",
      true,
    );
  });

  it("refuses other invalid UTF-8 with the offset of the byte", () => {
    const broken = Buffer.concat([utf8("hello world "), bytes(0xff), utf8(" and more")]);
    expect(decode(broken)).toEqual({
      reason: "invalid UTF-8 at byte 12: save the file as UTF-8",
      line: 1,
      fault: true,
    });
  });

  it("refuses binary files and such as only carry the name of a text", () => {
    expect(decode(bytes(0x61, 0, 0x62))).toEqual({ reason: "binary: a NUL at byte 1", fault: false });
    expect(decode(utf8("%PDF-1.7\nsome text"))).toHaveProperty("reason", "binary: a PDF, not text");
    expect(decode(bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a))).toHaveProperty(
      "reason",
      "binary: an image, not text",
    );
  });
});

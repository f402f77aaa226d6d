import { describe, expect, it } from "vitest";
import { decode } from "../../src/corpus/decode.ts";

const bytes = (...values: number[]) => Uint8Array.from(values);
const utf16 = (text: string, littleEndian: boolean) => {
  const buffer = Buffer.from(`\uFEFF${text}`, "utf16le");
  return littleEndian ? buffer : buffer.swap16();
};

describe("decode", () => {
  it("C2: skips a byte order mark, so that offsets count after it", () => {
    expect(decode(Buffer.from("\uFEFFمرحبا"))).toEqual({ text: "مرحبا", encoding: "utf-8" });
  });

  it("C3: decodes UTF-16 of both byte orders by their marks", () => {
    expect(decode(utf16("مرحبا", true))).toEqual({ text: "مرحبا", encoding: "utf-16le" });
    expect(decode(utf16("مرحبا", false))).toEqual({ text: "مرحبا", encoding: "utf-16be" });
  });

  it("C4: reads Windows-1256 only when four fifths of the letters come out Arabic", () => {
    // «سلام يا بحر» in Windows-1256.
    const old = bytes(0xd3, 0xe1, 0xc7, 0xe3, 0x20, 0xed, 0xc7, 0x20, 0xc8, 0xcd, 0xd1);
    expect(decode(old)).toEqual({ text: "سلام يا بحر", encoding: "windows-1256" });
    const latin = Buffer.concat([Buffer.from("Un texte en fran\u00e7ais "), bytes(0xe9, 0x20)]);
    expect(decode(latin)).toHaveProperty("reason");
  });

  it("C1: refuses invalid UTF-8 with the offset of the byte", () => {
    const broken = Buffer.concat([Buffer.from("hello world "), bytes(0xff), Buffer.from(" and more")]);
    expect(decode(broken)).toEqual({
      reason: "invalid UTF-8 at byte 12; save the file as UTF-8",
      fault: true,
    });
  });

  it("C7: refuses binary files and such as only carry the name of a text", () => {
    expect(decode(bytes(0x61, 0, 0x62))).toEqual({ reason: "binary: a NUL at byte 1", fault: false });
    expect(decode(Buffer.from("%PDF-1.7\nsome text"))).toHaveProperty("reason", "binary: a PDF, not text");
    expect(decode(bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a))).toHaveProperty(
      "reason",
      "binary: an image, not text",
    );
  });
});

import { describe, expect, it } from "vitest";
import { closersOf, rightToLeftMark } from "../../src/reply/direction.ts";

describe("closersOf", () => {
  it("closes all that a text leaves open, in order, and nothing else", () => {
    expect(closersOf("a \u202E\u202E\u2067 b")).toBe("\u2069\u202C\u202C");
    expect(closersOf("a \u2067b\u2069 c")).toBe("");
    expect(closersOf("\u2067a\u202Eb\u2069c")).toBe("");
  });
});

describe("rightToLeftMark", () => {
  it("has an Arabic line that opens with a Latin name read from the right", () => {
    expect(rightToLeftMark("NVIDIA شركة أمريكية كبيرة")).toBe("\u200F");
    expect(rightToLeftMark("شركة NVIDIA")).toBe("");
    expect(rightToLeftMark("NVIDIA and one كلمة")).toBe("");
    expect(rightToLeftMark("1872 …")).toBe("");
  });
});

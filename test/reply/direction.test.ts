import { describe, expect, it } from "vitest";
import { closersOf } from "../../src/reply/direction.ts";

describe("closersOf", () => {
  it("closes all that a text leaves open, in order, and nothing else", () => {
    expect(closersOf("a \u202E\u202E\u2067 b")).toBe("\u2069\u202C\u202C");
    expect(closersOf("a \u2067b\u2069 c")).toBe("");
    expect(closersOf("\u2067a\u202Eb\u2069c")).toBe("");
  });
});

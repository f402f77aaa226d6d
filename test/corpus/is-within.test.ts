import { posix, win32 } from "node:path";
import { describe, expect, it } from "vitest";
import { isWithin } from "../../src/corpus/is-within.ts";

describe("isWithin", () => {
  it("knows a folder and all below it, on Windows too", () => {
    expect(isWithin("/a/b", "/a/b", posix)).toBe(true);
    expect(isWithin("/a/b/..c/d.md", "/a/b", posix)).toBe(true);
    expect(isWithin("C:\\a\\b\\c.md", "C:\\a\\b", win32)).toBe(true);
    expect(isWithin("c:\\A\\b.md", "C:\\a", win32)).toBe(true);
  });

  it("counts all of a drive as below its root", () => {
    expect(isWithin("C:\\articles\\a.md", "C:\\", win32)).toBe(true);
    expect(isWithin("/articles/a.md", "/", posix)).toBe(true);
  });

  it("knows what lies outside: a neighbour, a folder above, another drive", () => {
    expect(isWithin("/a/bc", "/a/b", posix)).toBe(false);
    expect(isWithin("/a", "/a/b", posix)).toBe(false);
    expect(isWithin("D:\\a\\b.md", "C:\\", win32)).toBe(false);
    expect(isWithin("C:\\ab", "C:\\a", win32)).toBe(false);
  });
});

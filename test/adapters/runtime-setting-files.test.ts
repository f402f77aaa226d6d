import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "dotenv";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isOpenToAll } from "../../adapters/runtime/setting-files.ts";
import { readSettings } from "../../adapters/runtime/settings.ts";
import { OperatorError } from "../../src/index.ts";

const TELEGRAM = "7012345678:AAF-made_up_token_of_a_test_00000000";
const DISCORD = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GmAdEu.made-up-token-of-a-test-00000000000000";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "isnad-setting-files-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const readIn = (workingDir: string, env: Record<string, string>) =>
  readSettings({ env, workingDir, parseEnvFile: parse });
const read = (env: Record<string, string>) => readIn(folder, env);

/** Reads a `.env` of these bytes, in a folder of its own. */
function readFile(bytes: string | Uint8Array, env: Record<string, string> = {}, mode = 0o600) {
  const dir = mkdtempSync(join(folder, "env-"));
  writeFileSync(join(dir, ".env"), bytes);
  chmodSync(join(dir, ".env"), mode);
  return readIn(dir, env);
}

describe("the file .env", () => {
  it("counts where a variable is empty, which is as good as none", () => {
    expect(read({ RATE_LIMIT: "", LOG_LEVEL: " ", DISCORD_TOKEN: "" }).settings).toEqual(read({}).settings);
    const { settings } = readFile(`TELEGRAM_BOT_TOKEN=${TELEGRAM}\nLOG_LEVEL=debug\n`, {
      TELEGRAM_BOT_TOKEN: "",
      LOG_LEVEL: "warn",
    });
    expect(settings).toMatchObject({ telegram: { token: TELEGRAM }, logLevel: "warn" });
  });

  it("is read where it opens with a byte order mark", () => {
    expect(readFile("\ufeffLOG_LEVEL=debug\n").settings.logLevel).toBe("debug");
  });

  it.each([
    ["UTF-16 as PowerShell writes it", Buffer.from("\ufeffLOG_LEVEL=debug\n", "utf16le"), /UTF-16.*UTF-8/],
    ["UTF-16 without a mark", Buffer.from("LOG_LEVEL=debug\n", "utf16le"), /UTF-16.*UTF-8/],
    ["a code page", Buffer.from("CORPUS_DIR=\xe3\xde\n", "latin1"), /not UTF-8: save it/],
  ])("is told how to be saved where it is in %s", (_encoding, bytes, said) => {
    expect(() => readFile(bytes)).toThrow(OperatorError);
    expect(() => readFile(bytes)).toThrow(said);
  });

  it("is named where it cannot be read", () => {
    const dir = mkdtempSync(join(folder, "env-"));
    mkdirSync(join(dir, ".env"));
    expect(() => readIn(dir, {})).toThrow(/The file .*\.env cannot be read \(EISDIR\)/);
  });

  it("is warned of where it holds a token that everybody may read, and nowhere else", () => {
    const token = `TELEGRAM_BOT_TOKEN=${TELEGRAM}\n`;
    expect(readFile(token, {}, 0o644).warnings).toEqual([
      expect.stringMatching(/\.env holds a token.*chmod 600/),
    ]);
    for (const mode of [0o600, 0o640]) expect(readFile(token, {}, mode).warnings).toEqual([]);
    expect(readFile("LOG_LEVEL=debug\n", {}, 0o644).warnings).toEqual([]);
  });
});

describe("the file of a secret", () => {
  it("is read, trimmed", () => {
    const path = join(folder, "telegram");
    writeFileSync(path, `${TELEGRAM}\n`, { mode: 0o600 });
    const { settings, warnings } = read({ TELEGRAM_BOT_TOKEN_FILE: "telegram" });
    expect(settings.telegram?.token).toBe(TELEGRAM);
    expect(warnings).toEqual([]);
  });

  it("is warned of where everybody may read it", () => {
    const path = join(folder, "open");
    writeFileSync(path, DISCORD);
    chmodSync(path, 0o644);
    const { settings, warnings } = read({ DISCORD_TOKEN_FILE: path });
    expect(settings.discord?.token).toBe(DISCORD);
    expect(warnings[0]).toMatch(/DISCORD_TOKEN_FILE .*chmod 600/);
  });

  it("is named where it is missing, empty or no secret", () => {
    writeFileSync(join(folder, "empty"), "\n");
    writeFileSync(join(folder, "large"), "x".repeat(10_000));
    expect(() => read({ DISCORD_TOKEN_FILE: "missing" })).toThrow(join(folder, "missing"));
    expect(() => read({ DISCORD_TOKEN_FILE: "empty" })).toThrow("a file of 1 bytes that is no secret");
    expect(() => read({ DISCORD_TOKEN_FILE: "large" })).toThrow("10000 bytes that is no secret");
    expect(() => read({ DISCORD_TOKEN: DISCORD, DISCORD_TOKEN_FILE: "empty" })).toThrow("keep one of them");
  });
});

describe("isOpenToAll", () => {
  it("reads the mode of a file where modes mean something", () => {
    expect([0o644, 0o604, 0o666].map((mode) => isOpenToAll(mode, "linux"))).toEqual([true, true, true]);
    expect([0o600, 0o640, 0o660].map((mode) => isOpenToAll(mode, "darwin"))).toEqual([false, false, false]);
    expect(isOpenToAll(0o666, "win32")).toBe(false);
  });
});

import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OperatorError } from "../../adapters/runtime/operator-error.ts";
import { readSettings } from "../../adapters/runtime/settings.ts";

const TELEGRAM = "7012345678:AAF-made_up_token_of_a_test_00000000";
const DISCORD = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GmAdEu.made-up-token-of-a-test-00000000000000";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "isnad-settings-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const read = (env: Record<string, string>) => readSettings(env, folder);

function messageOf(env: Record<string, string>): string {
  try {
    read(env);
  } catch (error) {
    expect(error).toBeInstanceOf(OperatorError);
    return error instanceof Error ? error.message : "";
  }
  return "nothing was thrown";
}

describe("readSettings", () => {
  it("E1: needs nothing at all", () => {
    expect(read({})).toEqual({
      settings: {
        logLevel: "info",
        rateLimit: [
          { count: 30, seconds: 10 },
          { count: 120, seconds: 60 },
        ],
      },
      warnings: [],
    });
  });

  it("E1: lists all invalid keys at once, and never a value", () => {
    const message = messageOf({
      TELEGRAM_BOT_TOKEN: "secret-one",
      DISCORD_TOKEN: "secret-two",
      RATE_LIMIT: "secret-three",
      DISCORD_MENTIONS: "secret-four",
      LOG_LEVEL: "secret-five",
      TELEGRAM_API_ROOT: "secret-six",
      DISCORD_GUILD_ID: "secret-seven",
    });
    for (const key of [
      "TELEGRAM_BOT_TOKEN",
      "DISCORD_TOKEN",
      "RATE_LIMIT",
      "DISCORD_MENTIONS",
      "LOG_LEVEL",
      "TELEGRAM_API_ROOT",
      "DISCORD_GUILD_ID",
    ]) {
      expect(message).toContain(key);
    }
    expect(message).not.toContain("secret");
    expect(message).not.toContain("\n");
  });

  it("E2: leaves a platform out that has no token, or an empty one", () => {
    const { settings } = read({ TELEGRAM_BOT_TOKEN: TELEGRAM, DISCORD_TOKEN: "  " });
    expect(settings.telegram).toEqual({ token: TELEGRAM });
    expect(settings).not.toHaveProperty("discord");
  });

  it.each([
    ` ${TELEGRAM}\n`,
    `"${TELEGRAM}"`,
    `'${TELEGRAM}' `,
    `\ufeff${TELEGRAM}`,
    `Bot ${TELEGRAM}`,
    `"Bot ${TELEGRAM}\r\n"`,
  ])("E3: trims what copying brings along: %j", (pasted) => {
    expect(read({ TELEGRAM_BOT_TOKEN: pasted }).settings.telegram?.token).toBe(TELEGRAM);
    const discord = pasted.replace(TELEGRAM, DISCORD);
    expect(read({ DISCORD_TOKEN: discord }).settings.discord?.token).toBe(DISCORD);
  });

  it("E4: sees that the tokens were swapped", () => {
    const message = messageOf({ TELEGRAM_BOT_TOKEN: DISCORD, DISCORD_TOKEN: TELEGRAM });
    expect(message).toContain("TELEGRAM_BOT_TOKEN holds a Discord token, which belongs in DISCORD_TOKEN");
    expect(message).toContain("DISCORD_TOKEN holds a Telegram token, which belongs in TELEGRAM_BOT_TOKEN");
  });

  it.each([
    ["TELEGRAM_TOKEN", "TELEGRAM_BOT_TOKEN"],
    ["DISCORD_BOT_TOKEN", "DISCORD_TOKEN"],
    ["DISCORD_MENTION", "DISCORD_MENTIONS"],
    ["CORPUS_PATH", "CORPUS_DIR"],
    ["RATE_LIMITS", "RATE_LIMIT"],
    ["TELEGRM_API_ROOT", "TELEGRAM_API_ROOT"],
  ])("E5: warns that %s is no setting and names the nearest, %s", (wrong, nearest) => {
    const { warnings } = read({ [wrong]: "x" });
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(`${wrong} is not a setting`);
    expect(warnings[0]).toContain(`did you mean ${nearest}?`);
  });

  it("E5: leaves the variables of other programs alone", () => {
    expect(
      read({ PATH: "/bin", HOME: "/root", LANG: "ar", NODE_ENV: "x", npm_config_x: "y" }).warnings,
    ).toEqual([]);
  });

  it.each(["", "abc", "-1", "1e9", "0x10", "٥"])(
    "E6: refuses %j as a limit, naming the key and the range",
    (value) => {
      expect(messageOf({ RATE_LIMIT: value })).toContain("RATE_LIMIT must be off, or counts from 1");
    },
  );

  it("E7: reads one set of words for yes and no, in any case", () => {
    const mentions = (value: string) =>
      read({ DISCORD_TOKEN: DISCORD, DISCORD_MENTIONS: value }).settings.discord?.mentions;
    for (const yes of ["yes", "TRUE", "1", "On", ""]) expect(mentions(yes)).toBe(true);
    for (const no of ["no", "False", "0", " off "]) expect(mentions(no)).toBe(false);
    expect(messageOf({ DISCORD_MENTIONS: "maybe" })).toContain("DISCORD_MENTIONS must be one of on, true,");
  });

  it("E8: makes a relative folder absolute", () => {
    expect(read({ CORPUS_DIR: "articles" }).settings.corpusDir).toBe(join(folder, "articles"));
  });

  it("E10: takes a secret from a file, trimmed", () => {
    const path = join(folder, "telegram");
    writeFileSync(path, `${TELEGRAM}\n`, { mode: 0o600 });
    const { settings, warnings } = read({ TELEGRAM_BOT_TOKEN_FILE: "telegram" });
    expect(settings.telegram?.token).toBe(TELEGRAM);
    expect(warnings).toEqual([]);
  });

  it("E10: warns of a secret's file that everybody may read", () => {
    const path = join(folder, "open");
    writeFileSync(path, DISCORD);
    chmodSync(path, 0o644);
    const { settings, warnings } = read({ DISCORD_TOKEN_FILE: path });
    expect(settings.discord?.token).toBe(DISCORD);
    expect(warnings[0]).toMatch(/DISCORD_TOKEN_FILE .*chmod 600/);
  });

  it("E10: names a secret's file that is missing, empty or no secret", () => {
    writeFileSync(join(folder, "empty"), "\n");
    writeFileSync(join(folder, "large"), "x".repeat(10_000));
    expect(messageOf({ DISCORD_TOKEN_FILE: "missing" })).toContain(join(folder, "missing"));
    expect(messageOf({ DISCORD_TOKEN_FILE: "empty" })).toContain("names an empty file");
    expect(messageOf({ DISCORD_TOKEN_FILE: "large" })).toContain("is no secret");
    expect(messageOf({ DISCORD_TOKEN: DISCORD, DISCORD_TOKEN_FILE: "empty" })).toContain("keep one of them");
  });

  it("takes an address of a server of one's own without the slash at its end", () => {
    const { settings } = read({ TELEGRAM_BOT_TOKEN: TELEGRAM, TELEGRAM_API_ROOT: "http://127.0.0.1:8081/" });
    expect(settings.telegram?.apiRoot).toBe("http://127.0.0.1:8081");
  });

  it("gives Telegram the proxy of the environment, and warns where it is of a kind that cannot be used", () => {
    const proxy = "http://name:pass@proxy.example:3128";
    const env = { TELEGRAM_BOT_TOKEN: TELEGRAM, HTTPS_PROXY: proxy };
    expect(read(env)).toMatchObject({ settings: { telegram: { proxy } }, warnings: [] });
    expect(read({ ...env, NO_PROXY: "telegram.org" }).settings.telegram).toEqual({ token: TELEGRAM });
    const socks = read({ ...env, HTTPS_PROXY: "socks5://name:pass@proxy.example" });
    expect(socks.settings.telegram).toEqual({ token: TELEGRAM });
    expect(socks.warnings).toEqual([expect.stringMatching(/^HTTPS_PROXY names no proxy .* http:\/\//)]);
    expect(socks.warnings[0]).not.toContain("pass");
  });

  it("warns that Discord is called directly where a proxy is set for it", () => {
    expect(read({ DISCORD_TOKEN: DISCORD, all_proxy: "http://proxy.example" }).warnings).toEqual([
      "all_proxy is set, but Discord is called directly: its library takes no proxy for the gateway.",
    ]);
    expect(read({ all_proxy: "http://proxy.example" }).warnings).toEqual([]);
  });
});

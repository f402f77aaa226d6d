import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "dotenv";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSettings, secretsOf } from "../../adapters/runtime/settings.ts";
import { OperatorError } from "../../src/index.ts";

const TELEGRAM = "7012345678:AAF-made_up_token_of_a_test_00000000";
const DISCORD = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GmAdEu.made-up-token-of-a-test-00000000000000";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "isnad-settings-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const read = (env: Record<string, string>) => readSettings({ env, workingDir: folder, parseEnvFile: parse });

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
  it("needs nothing at all", () => {
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

  it("lists all invalid keys at once, and never a value", () => {
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

  it("leaves a platform out that has no token, or an empty one", () => {
    const { settings } = read({ TELEGRAM_BOT_TOKEN: TELEGRAM, DISCORD_TOKEN: "  " });
    expect(settings.telegram).toEqual({ token: TELEGRAM });
    expect(settings.discord).toBeUndefined();
  });

  it.each([
    ` ${TELEGRAM}\n`,
    `"${TELEGRAM}"`,
    `'${TELEGRAM}' `,
    `\ufeff${TELEGRAM}`,
    `Bot ${TELEGRAM}`,
    `"Bot ${TELEGRAM}\r\n"`,
  ])("trims what copying brings along: %j", (pasted) => {
    expect(read({ TELEGRAM_BOT_TOKEN: pasted }).settings.telegram?.token).toBe(TELEGRAM);
    const discord = pasted.replace(TELEGRAM, DISCORD);
    expect(read({ DISCORD_TOKEN: discord }).settings.discord?.token).toBe(DISCORD);
  });

  it("sees that the tokens were swapped", () => {
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
  ])("warns that %s is no setting and names the nearest, %s", (wrong, nearest) => {
    const { warnings } = read({ [wrong]: "x" });
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(`${wrong} is not a setting`);
    expect(warnings[0]).toContain(`did you mean ${nearest}?`);
  });

  it("leaves the variables of other programs alone", () => {
    expect(
      read({ PATH: "/bin", HOME: "/root", LANG: "ar", NODE_ENV: "x", npm_config_x: "y" }).warnings,
    ).toEqual([]);
  });

  it.each(["abc", "-1", "1e9", "0x10", "٥"])(
    "refuses %j as a limit, naming the key and the range",
    (value) => {
      expect(messageOf({ RATE_LIMIT: value })).toContain("RATE_LIMIT must be off, or counts from 1");
    },
  );

  it.each([
    [{}, undefined],
    [{ LANGUAGE: "auto" }, undefined],
    [{ LANGUAGE: "AR" }, "ar"],
    [{ LANGUAGE: "en" }, "en"],
    [{ LANGUAGE: "en_US:en" }, undefined],
  ])("reads the language of the replies, and minds no list of locales: %j", (env, language) => {
    expect(read(env).settings.language).toBe(language);
  });

  it("names the languages that there are", () => {
    expect(messageOf({ LANGUAGE: "arabic" })).toContain("LANGUAGE must be one of auto, ar, en");
  });

  it("reads one set of words for yes and no, in any case", () => {
    const mentions = (value: string) =>
      read({ DISCORD_TOKEN: DISCORD, DISCORD_MENTIONS: value }).settings.discord?.mentions;
    for (const yes of ["yes", "TRUE", "1", "On", ""]) expect(mentions(yes)).toBe(true);
    for (const no of ["no", "False", "0", " off "]) expect(mentions(no)).toBe(false);
    expect(messageOf({ DISCORD_MENTIONS: "maybe" })).toContain("DISCORD_MENTIONS must be one of on, true,");
  });

  it("reads the servers of models, each with its key and its deadline", () => {
    writeFileSync(join(folder, "rerank-key"), "key-of-a-test\n", { mode: 0o600 });
    const { settings, warnings } = read({
      EMBEDDINGS_URL: "http://127.0.0.1:8080/",
      RERANK_URL: "http://127.0.0.1:8081/v1",
      RERANK_KEY_FILE: "rerank-key",
      RERANK_DEADLINE: "250",
    });
    expect(settings.embeddings).toEqual({ url: "http://127.0.0.1:8080", deadline: 400 });
    expect(settings.rerank).toEqual({ url: "http://127.0.0.1:8081/v1", key: "key-of-a-test", deadline: 250 });
    expect(warnings).toEqual([]);
    expect(messageOf({ RERANK_URL: "localhost:8081" })).toContain("RERANK_URL must be an address");
    expect(messageOf({ RERANK_DEADLINE: "fast" })).toContain("RERANK_DEADLINE");
  });

  it("reads a webhook, whose secret is made of the token where none is set", () => {
    const env = { TELEGRAM_BOT_TOKEN: TELEGRAM, WEBHOOK_URL: "https://bot.example.org/isnad/" };
    const { webhook } = read(env).settings.telegram ?? {};
    expect(webhook).toMatchObject({ url: "https://bot.example.org/isnad", port: 8080 });
    expect(webhook?.secret).toMatch(/^[\w-]{43}$/);
    expect(read(env).settings.telegram?.webhook?.secret).toBe(webhook?.secret);
    writeFileSync(join(folder, "hook"), "a-secret_of_a_test\n", { mode: 0o600 });
    const given = { ...env, WEBHOOK_PORT: "9000", WEBHOOK_SECRET_FILE: "hook" };
    expect(read(given).settings.telegram?.webhook).toEqual({
      url: "https://bot.example.org/isnad",
      port: 9000,
      secret: "a-secret_of_a_test",
    });
    expect(secretsOf(read(given).settings)).toContain("a-secret_of_a_test");
  });

  it.each([
    [{ WEBHOOK_PORT: "8443" }, "WEBHOOK_PORT needs WEBHOOK_URL"],
    [{ WEBHOOK_SECRET: "x" }, "WEBHOOK_SECRET needs WEBHOOK_URL"],
    [{ WEBHOOK_URL: "bot.example.org" }, "WEBHOOK_URL must be an address"],
    [{ WEBHOOK_URL: "http://bot.example.org/x" }, "WEBHOOK_URL must start with https://"],
    [{ WEBHOOK_URL: "https://bot.example.org:9000/x" }, "WEBHOOK_URL must be on port 443, 80, 88 or 8443"],
    [
      { WEBHOOK_URL: "https://bot.example.org", WEBHOOK_PORT: "70000" },
      "WEBHOOK_PORT must be a whole number",
    ],
    [{ WEBHOOK_URL: "https://bot.example.org", WEBHOOK_SECRET: "سر" }, "WEBHOOK_SECRET must be up to 256"],
  ])("says the cure of a webhook that Telegram could not call: %j", (env, cure) => {
    expect(messageOf({ TELEGRAM_BOT_TOKEN: TELEGRAM, ...env })).toContain(cure);
  });

  it("lets a Bot API server of one's own call any address, and a loopback address be tried", () => {
    const own = { TELEGRAM_BOT_TOKEN: TELEGRAM, TELEGRAM_API_ROOT: "http://10.0.0.2:8081" };
    for (const env of [
      { ...own, WEBHOOK_URL: "http://10.0.0.3:9000/x" },
      { WEBHOOK_URL: "http://127.0.0.1:9000" },
    ])
      expect(read({ TELEGRAM_BOT_TOKEN: TELEGRAM, ...env }).settings.telegram?.webhook).toBeDefined();
  });

  it("reads the store of replicas, whose password stands in no line of the log", () => {
    const url = "rediss://isnad:p%40ss-of-a-test@10.0.0.4:6380/1";
    writeFileSync(join(folder, "redis"), `${url}\n`, { mode: 0o600 });
    const { settings } = read({ REDIS_URL_FILE: "redis" });
    expect(settings.redisUrl).toBe(url);
    expect(secretsOf(settings)).toEqual(expect.arrayContaining(["p%40ss-of-a-test", "p@ss-of-a-test"]));
    const message = messageOf({ REDIS_URL: "http://isnad:p@10.0.0.4" });
    expect(message).toContain("REDIS_URL must be an address that starts with redis:// or rediss://");
  });

  it("makes a relative folder absolute", () => {
    expect(read({ CORPUS_DIR: "articles" }).settings.corpusDir).toBe(join(folder, "articles"));
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

describe("the settings of OpenSearch", () => {
  const cluster = (env: Record<string, string>) => read(env).settings.opensearch;

  it("name one node or several, with an index, a shard and a copy if nothing else is said", () => {
    expect(cluster({})).toBeUndefined();
    expect(cluster({ OPENSEARCH_URL: "http://a:9200" })).toEqual({
      nodes: ["http://a:9200/"],
      prefix: "isnad",
      shards: 1,
      replicas: 1,
    });
    const several = { OPENSEARCH_URL: "https://a:9200, https://b:9200/os", OPENSEARCH_SHARDS: "5" };
    expect(cluster(several)).toMatchObject({ nodes: ["https://a:9200/", "https://b:9200/os"], shards: 5 });
  });

  it("take the user and the password by themselves or in an address, and hide the password", () => {
    const apart = { OPENSEARCH_URL: "https://a", OPENSEARCH_USERNAME: "u", OPENSEARCH_PASSWORD: "p@ss-word" };
    const within = { OPENSEARCH_URL: "https://u:p%40ss-word@a,https://b" };
    for (const env of [apart, within]) {
      expect(cluster(env)).toMatchObject({ username: "u", password: "p@ss-word" });
      expect(cluster(env)?.nodes[0]).toBe("https://a/");
      expect(secretsOf(read(env).settings)).toContain("p@ss-word");
    }
  });

  it("take the certificate of an authority from a file", () => {
    const file = join(folder, "ca.pem");
    writeFileSync(file, "-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----\n");
    expect(cluster({ OPENSEARCH_URL: "https://a", OPENSEARCH_CA: "ca.pem" })?.ca).toContain("MA==");
  });

  it.each([
    [{ OPENSEARCH_URL: "a:9200" }, "OPENSEARCH_URL must be addresses"],
    [{ OPENSEARCH_URL: "http://a,,http://b" }, "OPENSEARCH_URL must be addresses"],
    [{ OPENSEARCH_URL: "http://a", OPENSEARCH_USERNAME: "u" }, "are given together"],
    [{ OPENSEARCH_CA: "x" }, "OPENSEARCH_CA needs OPENSEARCH_URL"],
    [{ OPENSEARCH_URL: "http://a", OPENSEARCH_CA: "nothing.pem" }, "cannot be read"],
    [{ OPENSEARCH_URL: "http://a", OPENSEARCH_INDEX: "Isnad" }, "OPENSEARCH_INDEX must be small"],
    [{ OPENSEARCH_URL: "http://a", OPENSEARCH_SHARDS: "0" }, "OPENSEARCH_SHARDS must be a whole number"],
  ])("tell what is wrong with %j", (env, message) => {
    expect(messageOf(Object.fromEntries(Object.entries(env)))).toContain(message);
  });
});

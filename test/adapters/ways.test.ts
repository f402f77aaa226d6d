import { describe, expect, it } from "vitest";
import { WAYS_ON_DISCORD } from "../../adapters/discord/help.ts";
import { waysOnTelegram } from "../../adapters/telegram/help.ts";
import { wordingOf } from "../../src/index.ts";

describe("the help of a platform", () => {
  it.each(["ar", "en"] as const)("names the commands and the inline use of Telegram (%s)", (language) => {
    const ways = waysOnTelegram("isnad_bot")[language];
    for (const name of [
      "/ask",
      "/verify",
      "/sources",
      "/cite",
      "/privacy",
      "@isnad_bot",
      wordingOf(language).labels.more,
    ])
      expect(ways).toContain(name);
    expect(waysOnTelegram(undefined)[language]).not.toContain("@");
  });

  it("names the commands of Discord and what finds a source", () => {
    for (const name of [
      "/اسأل",
      "/ask",
      "/تحقق",
      "Verify quote",
      "Find source",
      "/المصادر",
      "/استشهد",
      "/الخصوصية",
      "«المزيد»",
      "«إلى»",
    ])
      expect(WAYS_ON_DISCORD.ar).toContain(name);
    for (const name of [
      "/ask",
      "/verify",
      "Verify quote",
      "Find source",
      "/sources",
      "/cite",
      "/privacy",
      "“More”",
      "target",
    ])
      expect(WAYS_ON_DISCORD.en).toContain(name);
  });
});

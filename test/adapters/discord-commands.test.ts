import { describe, expect, it } from "vitest";
import {
  commandNamed,
  commandsFor,
  FIND_SOURCE,
  OPTION_NAMES,
  VERIFY_QUOTE,
} from "../../adapters/discord/commands.ts";

const CHAT = 1;
const MESSAGE = 3;
/** The pattern in Discord's documentation, "Application Command Naming". */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const commands = commandsFor("everywhere");
const chat = commands.filter(({ type }) => type === CHAT) as {
  name: string;
  description: string;
  options: { name: string; type: number; description: string; required?: boolean; autocomplete?: boolean }[];
}[];

describe("commands", () => {
  it("have names and descriptions that Discord takes", () => {
    for (const { name, description, options } of [
      ...chat,
      ...chat.flatMap(({ options }) => options.map((option) => ({ ...option, options: [] }))),
    ]) {
      expect(name).toMatch(NAME);
      expect(name).toBe(name.toLowerCase());
      expect([...description].length).toBeLessThanOrEqual(100);
      expect(description).toContain(" · ");
      const optional = options.findIndex(({ required }) => !required);
      expect(options.slice(optional).some(({ required }) => required) && optional >= 0).toBe(false);
    }
    for (const name of [FIND_SOURCE, VERIFY_QUOTE]) expect(name.length).toBeLessThanOrEqual(32);
    expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
  });

  it("come in English and in Arabic, served alike", () => {
    for (const [en, ar] of [
      ["ask", "اسأل"],
      ["cite", "استشهد"],
      ["verify", "تحقق"],
      ["sources", "المصادر"],
      ["help", "مساعدة"],
      ["privacy", "الخصوصية"],
    ] as const) {
      expect(commandNamed(ar)).toEqual({ kind: commandNamed(en)?.kind, language: "ar" });
      const [english, arabic] = [en, ar].map((name) => chat.find((command) => command.name === name));
      expect(
        arabic?.options.map(({ type, required, autocomplete }) => ({ type, required, autocomplete })),
      ).toEqual(
        english?.options.map(({ type, required, autocomplete }) => ({ type, required, autocomplete })),
      );
    }
  });

  it("name every option that is read, in the language of the command", () => {
    for (const { name, options } of chat) {
      const language = commandNamed(name)?.language ?? "en";
      const known: string[] = Object.values(OPTION_NAMES).map((names) => names[language]);
      for (const option of options) expect(known).toContain(option.name);
    }
  });

  it("can be used by servers and by people, everywhere", () => {
    for (const command of commands) {
      expect(command.integration_types).toEqual([0, 1]);
      expect(command.contexts).toEqual([0, 1, 2]);
    }
    expect(commands.filter(({ type }) => type === MESSAGE).map(({ name }) => name)).toEqual([
      FIND_SOURCE,
      VERIFY_QUOTE,
    ]);
  });

  it("say nothing of places when they stand in one server", () => {
    const there = commandsFor("one-server");
    expect(there.map(({ name }) => name)).toEqual(commands.map(({ name }) => name));
    for (const { integration_types, contexts } of there)
      expect([integration_types, contexts]).toEqual([undefined, undefined]);
  });

  it("knows no name that is not registered", () => {
    expect(commandNamed("__proto__")).toBeUndefined();
    expect(commandNamed("retired")).toBeUndefined();
  });
});

import type { ApplicationCommandOptionChoiceData, AutocompleteInteraction } from "discord.js";
import { closersOf, type Language, type Suggestion } from "../../src/index.ts";
import type { Guard } from "../runtime/guard.ts";
import type { Logger } from "../runtime/logger.ts";
import { commandNamed, OPTION_NAMES } from "./commands.ts";
import { deliverFirst, LATE, unlessLate } from "./delivery.ts";
import { languageFor } from "./interaction-context.ts";
import { CHOICE_LIMIT, CHOICE_TEXT_LIMIT, shortened } from "./platform-limits.ts";

type Choice = ApplicationCommandOptionChoiceData<string>;

/** There is no deferral for a list of choices: one that is not there by now stays empty. */
const GIVE_UP_AFTER_MS = 1500;

/** Answers while a person types, with passages to choose from. */
export function createAutocomplete(guard: Guard, log: Logger) {
  const latest = coalesce(suggest);

  return async function complete(interaction: AutocompleteInteraction, receivedAt: number): Promise<void> {
    const finding = choicesFor(interaction);
    const found = await unlessLate(finding, receivedAt + GIVE_UP_AFTER_MS - performance.now());
    await deliverFirst(() => interaction.respond(found === LATE ? [] : found), receivedAt, log);
  };

  async function choicesFor(interaction: AutocompleteInteraction): Promise<Choice[]> {
    const admission = await guard.admit("press", interaction.user.id);
    if (!admission.allowed) return [];
    const { name } = interaction.options.getFocused(true);
    return latest(`${interaction.user.id} ${interaction.commandName} ${name}`, interaction);
  }

  async function suggest(interaction: AutocompleteInteraction): Promise<Choice[]> {
    const { name, value: text } = interaction.options.getFocused(true);
    const language = languageFor(interaction, text, commandNamed(interaction.commandName)?.language);
    if (name === OPTION_NAMES.article.en || name === OPTION_NAMES.article.ar) {
      const { suggestions = [] } = await guard.answer({
        kind: "suggest-articles",
        text,
        limit: CHOICE_LIMIT,
        language,
      });
      return suggestions.map(({ key, title }) => ({
        name: shortened(title, CHOICE_TEXT_LIMIT) || key,
        value: key,
      }));
    }
    const reply = await guard.answer({ kind: "suggest", text, limit: CHOICE_LIMIT, language });
    return choicesOf(reply.suggestions ?? [], language);
  }
}

/** Of a choice's hundred characters, those that the title may take when there is more to show. */
const TITLE_LIMIT = 64;
/** For the ends of isolates that a cut has taken away. */
const CLOSING_ROOM = 2;

/**
 * Passages as choices: «answering words — source», whose value is the passage's key. The choice that asks has the question as
 * its value; one that is too long for that is left out, since it stands in the option anyway. No two look or mean the same.
 */
export function choicesOf(suggestions: readonly Suggestion[], language: Language): Choice[] {
  const names = new Set<string>();
  const values = new Set<string>();
  const choices: Choice[] = [];
  for (const { key, title, description, card, asks } of suggestions) {
    const begun = asks === undefined ? `${shortened(title, TITLE_LIMIT)} — ${description}` : title;
    const cut = shortened(begun, CHOICE_TEXT_LIMIT - CLOSING_ROOM);
    const name = cut + closersOf(cut);
    const chosen = `${key}${card?.verdict === "uncertain" ? UNCERTAIN : ""}${language === "en" ? ENGLISH : ""}`;
    const value = asks ?? chosen;
    if (names.has(name) || values.has(value) || value.length > CHOICE_TEXT_LIMIT) continue;
    names.add(name);
    values.add(value);
    choices.push({ name, value });
    if (choices.length === CHOICE_LIMIT) break;
  }
  return choices;
}

/** The choice that was made from such a list, or typed to look like one; undefined for words. */
export function readChoice(text: string): Choosing | undefined {
  const [, key, uncertain, english] = /^([\w-]{8}(?:[\w-]{3})?)(~)?(:en)?$/.exec(text.trim()) ?? [];
  if (key === undefined) return undefined;
  return { key, uncertain: uncertain === UNCERTAIN, language: english === ENGLISH ? "en" : "ar" };
}

interface Choosing {
  readonly key: string;
  /** The passage was offered as one that is only near. */
  readonly uncertain: boolean;
  readonly language: Language;
}

/** Stands behind the key of a passage that was offered with a caveat. */
const UNCERTAIN = "~";

/** Ends the value of a choice whose person typed in English: a value that is chosen tells no language by itself. */
const ENGLISH = ":en";

/**
 * Work of which only the latest per person counts, such as a list while they type. An input that comes while an earlier one
 * waits takes its place, and both get the outcome of the later. So a burst costs one piece of work, and nobody's letters hold
 * up anybody else's.
 */
export function coalesce<Input, Output>(work: (input: Input) => Promise<Output>) {
  const waiting = new Map<string, { latest: Input; outcome: Promise<Output> }>();

  async function next(person: string, first: Input): Promise<Output> {
    // In the next turn of the event loop, when all that has come in meanwhile has been read.
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
    const input = waiting.get(person)?.latest ?? first;
    waiting.delete(person);
    return work(input);
  }

  return function latest(person: string, input: Input): Promise<Output> {
    const turn = waiting.get(person) ?? { latest: input, outcome: next(person, input) };
    turn.latest = input;
    waiting.set(person, turn);
    return turn.outcome;
  };
}

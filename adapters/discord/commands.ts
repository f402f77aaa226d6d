import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  ContextMenuCommandBuilder,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
  SlashCommandBuilder,
} from "discord.js";
import type { Language } from "../../src/index.ts";

/** The action of a command, which has a name in each language. */
export type CommandKind =
  | "ask"
  | "cite"
  | "verify"
  | "sources"
  | "help"
  | "privacy"
  | "find-source"
  | "verify-quote";

export interface CommandName {
  readonly kind: CommandKind;
  /** The language in which the command is named: there is no Arabic client whose locale could tell. */
  readonly language?: Language;
}

/** The kind and language of a command by its name; undefined for one that this program does not have (any more). */
export function commandNamed(name: string): CommandName | undefined {
  return byName.get(name);
}

type Names = Readonly<Record<Language, string>>;

/** The name that an option has in each language. */
export const OPTION_NAMES = {
  question: { en: "question", ar: "سؤال" },
  passage: { en: "passage", ar: "فقرة" },
  text: { en: "text", ar: "نص" },
  article: { en: "article", ar: "مقال" },
  target: { en: "target", ar: "إلى" },
  private: { en: "private", ar: "خاص" },
} as const satisfies Record<string, Names>;

export const FIND_SOURCE = "Find source · ابحث عن المصدر";
export const VERIFY_QUOTE = "Verify quote · تحقق من النص";

interface CommandText {
  readonly kind: CommandKind;
  readonly names: Names;
  readonly description: string;
  /** The option that is typed, if there is one; `completed` while it is. */
  readonly typed?: { readonly names: Names; readonly description: string; readonly completed: boolean };
  /** One article alone may be asked. */
  readonly mayBeRestricted?: true;
  /** The answer may be addressed to somebody. */
  readonly mayBeAddressed?: true;
  /** The person may have the answer for themselves. */
  readonly mayBePrivate?: true;
}

const TEXTS: readonly CommandText[] = [
  {
    kind: "ask",
    names: { en: "ask", ar: "اسأل" },
    description: "Ask, and get a quotation and its source · اسأل أجبك باقتباس من المقالات ومصدره",
    typed: {
      names: OPTION_NAMES.question,
      description: "Your question, or a passage from the list · سؤالك، أو فقرة من القائمة",
      completed: true,
    },
    mayBeRestricted: true,
    mayBeAddressed: true,
    mayBePrivate: true,
  },
  {
    kind: "cite",
    names: { en: "cite", ar: "استشهد" },
    description: "Show a passage with its source · اعرض فقرة مع مصدرها",
    typed: {
      names: OPTION_NAMES.passage,
      description: "Key of the passage, or words from it · معرّف الفقرة أو كلمات منها",
      completed: true,
    },
    mayBeAddressed: true,
    mayBePrivate: true,
  },
  {
    kind: "verify",
    names: { en: "verify", ar: "تحقق" },
    description: "Check a quotation against the articles · تحقق من نص أو اقتباس",
    typed: {
      names: OPTION_NAMES.text,
      description: "The text, 3 words to 4,000 characters · النص، من ٣ كلمات إلى ٤٠٠٠ حرف",
      completed: false,
    },
    mayBeAddressed: true,
    mayBePrivate: true,
  },
  {
    kind: "sources",
    names: { en: "sources", ar: "المصادر" },
    description: "The articles that answers come from · المقالات التي تأتي منها الأجوبة",
    mayBePrivate: true,
  },
  {
    kind: "help",
    names: { en: "help", ar: "مساعدة" },
    description: "Help and examples · المساعدة وأمثلة",
  },
  {
    kind: "privacy",
    names: { en: "privacy", ar: "الخصوصية" },
    description: "What is kept about you · ما نحفظه عنك",
  },
];
const ARTICLE_DESCRIPTION = "Ask this article alone · اسأل هذا المقال وحده";
const TARGET_DESCRIPTION = "Whom the answer is for · لمن الجواب";
const PRIVATE_DESCRIPTION = "Only you see the answer · الجواب لك وحدك";

const byName: ReadonlyMap<string, CommandName> = new Map<string, CommandName>([
  ...TEXTS.map(({ kind, names }): [string, CommandName] => [names.en, { kind, language: "en" }]),
  ...TEXTS.map(({ kind, names }): [string, CommandName] => [names.ar, { kind, language: "ar" }]),
  [FIND_SOURCE, { kind: "find-source" }],
  [VERIFY_QUOTE, { kind: "verify-quote" }],
]);

/** For people and for servers; in servers, in the bot's direct messages and in private channels. */
const INSTALLED_BY = [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall];
const USED_IN = [
  InteractionContextType.Guild,
  InteractionContextType.BotDM,
  InteractionContextType.PrivateChannel,
];

/**
 * All commands as Discord takes them: each in English and in Arabic, and the menus on messages. Where a command may be
 * installed and used is only said of those that stand everywhere, not of those of one server.
 */
export function commandsFor(scope: "everywhere" | "one-server"): RESTPostAPIApplicationCommandsJSONBody[] {
  const menus = [FIND_SOURCE, VERIFY_QUOTE].map((name) =>
    new ContextMenuCommandBuilder().setType(ApplicationCommandType.Message).setName(name),
  );
  const builders = [
    ...TEXTS.map((text) => chatCommand(text, "en")),
    ...TEXTS.map((text) => chatCommand(text, "ar")),
    ...menus,
  ];
  return builders.map((builder) =>
    scope === "one-server"
      ? builder.toJSON()
      : builder.setIntegrationTypes(INSTALLED_BY).setContexts(USED_IN).toJSON(),
  );
}

function chatCommand(
  { names, description, typed, mayBeRestricted, mayBeAddressed, mayBePrivate }: CommandText,
  language: Language,
): SlashCommandBuilder {
  const command = new SlashCommandBuilder().setName(names[language]).setDescription(description);
  if (typed !== undefined)
    command.addStringOption((option) =>
      option
        .setName(typed.names[language])
        .setDescription(typed.description)
        .setRequired(true)
        .setAutocomplete(typed.completed),
    );
  if (mayBeRestricted)
    command.addStringOption((option) =>
      option
        .setName(OPTION_NAMES.article[language])
        .setDescription(ARTICLE_DESCRIPTION)
        .setAutocomplete(true),
    );
  if (mayBeAddressed)
    command.addUserOption((option) =>
      option.setName(OPTION_NAMES.target[language]).setDescription(TARGET_DESCRIPTION),
    );
  if (mayBePrivate)
    command.addBooleanOption((option) =>
      option.setName(OPTION_NAMES.private[language]).setDescription(PRIVATE_DESCRIPTION),
    );
  return command;
}

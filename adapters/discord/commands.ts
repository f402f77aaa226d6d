import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from "discord.js";
import type { Language } from "../../src/index.ts";

/** What a command does, whatever it is called. */
export type CommandKind = "ask" | "cite" | "sources" | "help" | "privacy" | "find-source";

export interface CommandName {
  readonly kind: CommandKind;
  /** The language in which the command is named: there is no Arabic client whose locale could tell. */
  readonly language?: Language;
}

/** The kind and language of a command by its name; undefined for one that is not ours (any more). */
export function commandNamed(name: string): CommandName | undefined {
  return byName.get(name);
}

/** The names that an option has in either language. */
export const OPTION_NAMES = {
  question: ["question", "سؤال"],
  passage: ["passage", "فقرة"],
  private: ["private", "خاص"],
} as const;

export const FIND_SOURCE = "Find source · ابحث عن المصدر";

interface CommandText {
  readonly kind: CommandKind;
  readonly names: readonly [en: string, ar: string];
  readonly description: string;
  readonly options: readonly OptionText[];
}

interface OptionText {
  readonly names: readonly [en: string, ar: string];
  readonly description: string;
  readonly type: "completed" | "yes-or-no";
}

const PRIVATE: OptionText = {
  names: OPTION_NAMES.private,
  description: "Only you see the answer · الجواب لك وحدك",
  type: "yes-or-no",
};

const texts: readonly CommandText[] = [
  {
    kind: "ask",
    names: ["ask", "اسأل"],
    description: "Ask and get a cited passage · اسأل واحصل على نصٍّ موثَّق بمصدره",
    options: [
      {
        names: OPTION_NAMES.question,
        description: "Your question, or a passage from the list · سؤالك، أو فقرة من القائمة",
        type: "completed",
      },
      PRIVATE,
    ],
  },
  {
    kind: "cite",
    names: ["cite", "استشهد"],
    description: "Show a passage with its source · اعرض فقرة مع مصدرها",
    options: [
      {
        names: OPTION_NAMES.passage,
        description: "Key of the passage, or words from it · معرّف الفقرة أو كلمات منها",
        type: "completed",
      },
      PRIVATE,
    ],
  },
  {
    kind: "sources",
    names: ["sources", "المصادر"],
    description: "The articles that answers come from · المقالات التي تأتي منها الأجوبة",
    options: [PRIVATE],
  },
  {
    kind: "help",
    names: ["help", "مساعدة"],
    description: "Help and examples · المساعدة وأمثلة",
    options: [],
  },
  {
    kind: "privacy",
    names: ["privacy", "الخصوصية"],
    description: "What is kept about you · ما نحفظه عنك",
    options: [],
  },
];

/** For people and for servers; in servers, in the bot's direct messages and in private channels. */
const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

/** All commands as Discord takes them: each in English and in Arabic, and the menu on messages. */
export const commands: readonly RESTPostAPIApplicationCommandsJSONBody[] = [
  ...texts.map((text) => chatCommand(text, 0)),
  ...texts.map((text) => chatCommand(text, 1)),
  { type: ApplicationCommandType.Message, name: FIND_SOURCE, ...EVERYWHERE },
];

const byName: ReadonlyMap<string, CommandName> = new Map<string, CommandName>([
  ...texts.map(({ kind, names }): [string, CommandName] => [names[0], { kind, language: "en" }]),
  ...texts.map(({ kind, names }): [string, CommandName] => [names[1], { kind, language: "ar" }]),
  [FIND_SOURCE, { kind: "find-source" }],
]);

function chatCommand(text: CommandText, which: 0 | 1): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.ChatInput,
    name: text.names[which],
    description: text.description,
    options: text.options.map((option) =>
      option.type === "completed"
        ? {
            type: ApplicationCommandOptionType.String,
            name: option.names[which],
            description: option.description,
            required: true,
            autocomplete: true,
          }
        : {
            type: ApplicationCommandOptionType.Boolean,
            name: option.names[which],
            description: option.description,
          },
    ),
    ...EVERYWHERE,
  };
}

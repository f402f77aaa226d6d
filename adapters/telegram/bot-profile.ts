import type { Api } from "grammy";
import type { BotCommand, UserFromGetMe } from "grammy/types";
import { tryCall } from "./failure.ts";

const COMMANDS = {
  "": [
    ["ask", "Ask, and I quote the articles and name the source"],
    ["verify", "Check a quotation against the articles"],
    ["cite", "Show a passage by its key"],
    ["sources", "The articles that answer"],
    ["help", "Help and examples"],
    ["privacy", "What is kept, and what is not"],
    ["start", "Begin"],
  ],
  ar: [
    ["ask", "اسأل أجبك باقتباس من المقالات ومصدره"],
    ["verify", "تحقّق من نص أو اقتباس"],
    ["cite", "اعرض فقرة بمعرّفها"],
    ["sources", "المقالات المتاحة"],
    ["help", "المساعدة وأمثلة"],
    ["privacy", "ما نحفظه وما لا نحفظه"],
    ["start", "ابدأ"],
  ],
} as const;

const PROFILE = {
  "": {
    name: "Isnad",
    description:
      "Ask, and get the passage of an Arabic article that answers, letter for letter, with the answering words marked and the source below. Here, in groups, and in any chat by mentioning me.",
    short_description: "Answers from Arabic articles, quoted letter for letter and cited.",
  },
  ar: {
    name: "إسناد",
    description:
      "اسأل، وسأجيبك بنصٍّ حرفيٍّ من المقالات، مع تمييز الكلمات التي تجيب وذكر المصدر. هنا، وفي المجموعات، وفي أي محادثة بذكر اسمي.",
    short_description: "أجوبة من المقالات بنصّها الحرفي مع مصادرها.",
  },
} as const;

type LanguageCode = keyof typeof COMMANDS;
const LANGUAGES: readonly LanguageCode[] = ["", "ar"];

/** In groups, only the commands that make sense before others. */
const GROUP_COMMANDS: readonly string[] = ["ask", "verify", "cite", "help"];
const SCOPES = ["default", "all_private_chats", "all_group_chats"] as const;

/**
 * Makes commands, name and descriptions known to Telegram, in Arabic and for everybody else; only where they differ from
 * those that it has, since it allows few changes of a name. A call that fails is made again at the next start.
 */
export async function register(api: Api): Promise<void> {
  await Promise.all([
    ...LANGUAGES.flatMap((language) =>
      SCOPES.map((scope) => tryCall(registerCommands(api, scope, language))),
    ),
    ...LANGUAGES.flatMap((language) => registerProfile(api, language).map(tryCall)),
  ]);
}

async function registerCommands(
  api: Api,
  type: (typeof SCOPES)[number],
  language: LanguageCode,
): Promise<void> {
  const commands = COMMANDS[language]
    .filter(([command]) => type !== "all_group_chats" || GROUP_COMMANDS.includes(command))
    .map(([command, description]) => ({ command, description }));
  const place = { scope: { type }, ...codeOf(language) };
  if (!isSame(await api.getMyCommands(place), commands)) await api.setMyCommands(commands, place);
}

function registerProfile(api: Api, language: LanguageCode): Promise<void>[] {
  const { name, description, short_description } = PROFILE[language];
  const code = codeOf(language);
  return [
    (async () => {
      if ((await api.getMyName(code)).name !== name) await api.setMyName(name, code);
    })(),
    (async () => {
      const known = await api.getMyDescription(code);
      if (known.description !== description) await api.setMyDescription(description, code);
    })(),
    (async () => {
      const known = await api.getMyShortDescription(code);
      if (known.short_description !== short_description)
        await api.setMyShortDescription(short_description, code);
    })(),
  ];
}

function codeOf(language: LanguageCode): { language_code?: "ar" } {
  return language === "" ? {} : { language_code: language };
}

function isSame(known: readonly BotCommand[], ours: readonly BotCommand[]): boolean {
  return (
    known.length === ours.length &&
    ours.every(({ command, description }, i) => {
      const other = known[i];
      return other?.command === command && other.description === description;
    })
  );
}

/** One line for the operator: where the bot is, and which modes are switched off, with how to switch them on. */
export function whereItIs(me: UserFromGetMe): string {
  const off = [
    ...(me.supports_inline_queries ? [] : ["inline mode (send /setinline to @BotFather)"]),
    ...(me.supports_guest_queries === false
      ? ["guest mode (open the mini app of @BotFather, choose the bot, Bot Settings, Guest Mode)"]
      : []),
    ...(me.can_join_groups ? [] : ["groups (send /setjoingroups to @BotFather)"]),
  ];
  const address = `Telegram: the bot is at https://t.me/${me.username}`;
  return off.length === 0 ? `${address}.` : `${address}; switched off: ${off.join(", ")}.`;
}

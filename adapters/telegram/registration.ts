import type { BotCommand } from "grammy/types";
import type { Sender } from "./sender.ts";

const COMMANDS = {
  "": [
    ["ask", "Ask and get a cited passage"],
    ["cite", "Show a passage by its key"],
    ["sources", "The articles that answer"],
    ["help", "Help and examples"],
    ["privacy", "What is kept, and what is not"],
    ["start", "Begin"],
  ],
  ar: [
    ["ask", "اسأل واحصل على فقرة موثّقة"],
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

/** In groups, only what makes sense before others. */
const GROUP_COMMANDS: readonly string[] = ["ask", "cite", "help"];
const SCOPES = ["default", "all_private_chats", "all_group_chats"] as const;

/**
 * Makes commands, name and descriptions known to Telegram, in Arabic and for everybody else; only where what it has is
 * different, since it allows few changes of a name. What fails is tried again at the next start.
 */
export async function register(sender: Sender): Promise<void> {
  await Promise.all([
    ...LANGUAGES.flatMap((language) => SCOPES.map((scope) => registerCommands(sender, scope, language))),
    ...LANGUAGES.map((language) => registerProfile(sender, language)),
  ]);
}

async function registerCommands(
  sender: Sender,
  type: (typeof SCOPES)[number],
  language: LanguageCode,
): Promise<void> {
  const commands = COMMANDS[language]
    .filter(([command]) => type !== "all_group_chats" || GROUP_COMMANDS.includes(command))
    .map(([command, description]) => ({ command, description }));
  const place = { scope: { type }, ...codeOf(language) };
  const known = await sender.call("getMyCommands", place);
  if (known.ok && !isSame(known.result, commands)) await sender.call("setMyCommands", { ...place, commands });
}

async function registerProfile(sender: Sender, language: LanguageCode): Promise<void> {
  const { name, description, short_description } = PROFILE[language];
  const code = codeOf(language);
  const [named, described, shortly] = await Promise.all([
    sender.call("getMyName", code),
    sender.call("getMyDescription", code),
    sender.call("getMyShortDescription", code),
  ]);
  if (named.ok && named.result.name !== name) await sender.call("setMyName", { name, ...code });
  if (described.ok && described.result.description !== description)
    await sender.call("setMyDescription", { description, ...code });
  if (shortly.ok && shortly.result.short_description !== short_description)
    await sender.call("setMyShortDescription", { short_description, ...code });
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

import {
  ActionRowBuilder,
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  ButtonBuilder,
  ButtonStyle,
  StringSelectMenuBuilder,
} from "discord.js";
import { type Action, type Language, type Reply, wordingOf } from "../../src/index.ts";
import { encodeCustomId } from "./custom-ids.ts";
import { safeUrl } from "./escape.ts";
import {
  BUTTON_LABEL_LIMIT,
  BUTTON_URL_LIMIT,
  CHOICE_LIMIT,
  CHOICE_TEXT_LIMIT,
  PLACEHOLDER_LIMIT,
  ROW_LIMIT,
  shortened,
} from "./platform-limits.ts";

/** The people who see a message and press its buttons. */
export interface Audience {
  /** Id of the person who asked: their presses change the message, and those of who may manage messages; other people's are answered privately. */
  readonly asker: string;
  /** Everybody in the channel sees it. */
  readonly isPublic: boolean;
}

/** A row of buttons, or of one menu. */
export type ComponentRow = APIActionRowComponent<APIComponentInMessageActionRow>;

/** The buttons and the menu below a reply, most useful first; in a public message, the one that deletes it comes last. */
export function rowsOf(reply: Reply, audience: Audience): ComponentRow[] {
  if (reply.courtesy && reply.actions.length === 0) return [];
  const groups = reply.actions.map((actions) =>
    actions
      .filter((action) => !isEntry(action))
      .toSorted(nextFirst)
      .flatMap((action) => buttonOf(action, reply, audience) ?? []),
  );
  if (audience.isPublic) groups.push([deleteButton(reply.language, audience.asker) ?? []].flat());
  return [...entriesOf(reply, audience), ...packed(groups).map(rowOf), ...menuOf(reply, audience)];
}

/** The articles of a list are chosen from a menu, by their titles. */
function isEntry(action: Action): boolean {
  return action.type === "press" && action.role === "entry";
}

function entriesOf({ actions, language }: Reply, audience: Audience): ComponentRow[] {
  const options = actions.flat().flatMap((action): MenuOption[] =>
    action.type === "press" && action.role === "entry"
      ? [
          {
            title: `${action.label}. ${action.title ?? ""}`,
            description: "",
            data: action.data,
            isShown: false,
          },
        ]
      : [],
  );
  return options.length === 0 ? [] : menu(options, wordingOf(language).labels.chooseArticle, audience);
}

/** Discord lays buttons out from the left in every language, and «التالي» is pressed most. */
function nextFirst(a: Action, b: Action): number {
  const isNext = (action: Action) => Number("role" in action && action.role === "next");
  return isNext(b) - isNext(a);
}

/** The buttons that turn the pages of a reply that is too long for one message. */
export function pageButtons(
  language: Language,
  asker: string,
  data: string,
  page: number,
  pages: number,
): ComponentRow[] {
  const { labels, position } = wordingOf(language);
  const turn = (to: number, label: string) => {
    if (to < 0 || to >= pages) return [];
    const id = encodeCustomId({ kind: "action", asker, page: to, data });
    return button(id, `${label} (${position(to + 1, pages)})`) ?? [];
  };
  const buttons = [turn(page + 1, labels.pageAfter), turn(page - 1, labels.pageBefore)].flat();
  return buttons.length > 0 ? [rowOf(buttons)] : [];
}

/** For the asker and for those who may manage messages. */
function deleteButton(language: Language, asker: string): ButtonBuilder | undefined {
  return button(encodeCustomId({ kind: "delete", language, asker }), wordingOf(language).labels.delete);
}

const PRIMARY: ReadonlySet<string> = new Set(["next", "more"]);

function buttonOf(
  action: Action,
  { language }: Reply,
  { asker, isPublic }: Audience,
): ButtonBuilder | undefined {
  switch (action.type) {
    case "press": {
      const id = encodeCustomId({ kind: "action", asker, page: 0, data: action.data });
      return button(id, action.label, PRIMARY.has(action.role) ? ButtonStyle.Primary : ButtonStyle.Secondary);
    }
    case "end":
      return button(encodeCustomId({ kind: "end", role: action.role }), action.label)?.setDisabled(true);
    case "copy":
      return button(encodeCustomId({ kind: "copy", language, key: action.key }), action.label);
    case "share":
      return isPublic
        ? button(
            encodeCustomId({ kind: "command", language, key: action.key }),
            wordingOf(language).labels.copyCommand,
          )
        : button(encodeCustomId({ kind: "share", language, key: action.key }), action.label);
    case "link": {
      const url = safeUrl(action.url);
      if (url === undefined || url.length > BUTTON_URL_LIMIT) return undefined;
      return new ButtonBuilder().setStyle(ButtonStyle.Link).setLabel(labelOf(action.label)).setURL(url);
    }
    case "ask":
      return button(encodeCustomId({ kind: "ask", asker, text: action.text }), action.label);
  }
}

function button(
  id: string | undefined,
  label: string,
  style: ButtonStyle = ButtonStyle.Secondary,
): ButtonBuilder | undefined {
  return id === undefined
    ? undefined
    : new ButtonBuilder().setStyle(style).setLabel(labelOf(label)).setCustomId(id);
}

function labelOf(label: string): string {
  return shortened(label, BUTTON_LABEL_LIMIT) || "…";
}

function rowOf(components: readonly (ButtonBuilder | StringSelectMenuBuilder)[]): ComponentRow {
  return new ActionRowBuilder<ButtonBuilder | StringSelectMenuBuilder>()
    .addComponents(...components)
    .toJSON();
}

/** As few rows as hold the buttons in their order, those of a group kept together; a button that is offered twice is kept once. */
function packed(groups: readonly (readonly ButtonBuilder[])[]): ButtonBuilder[][] {
  const seen = new Set<string>();
  const packs: ButtonBuilder[][] = [];
  for (const buttons of groups) {
    const fresh = buttons.filter((one) => {
      const leadsTo = targetOf(one);
      return !seen.has(leadsTo) && seen.add(leadsTo);
    });
    const last = packs.at(-1);
    if (last !== undefined && last.length + fresh.length <= ROW_LIMIT) last.push(...fresh);
    else for (let at = 0; at < fresh.length; at += ROW_LIMIT) packs.push(fresh.slice(at, at + ROW_LIMIT));
  }
  return packs;
}

function targetOf({ data }: ButtonBuilder): string {
  return JSON.stringify([
    "custom_id" in data ? data.custom_id : undefined,
    "url" in data ? data.url : undefined,
  ]);
}

/** The other findings by their titles. */
function menuOf({ results = [], language }: Reply, audience: Audience): ComponentRow[] {
  return results.length < 2 ? [] : menu(results, wordingOf(language).labels.results, audience);
}

type MenuOption = NonNullable<Reply["results"]>[number];

function menu(options: readonly MenuOption[], placeholder: string, { asker }: Audience): ComponentRow[] {
  const id = encodeCustomId({ kind: "menu", asker });
  if (id === undefined) return [];
  const select = new StringSelectMenuBuilder()
    .setCustomId(id)
    .setMinValues(1)
    .setMaxValues(1)
    .setPlaceholder(shortened(placeholder, PLACEHOLDER_LIMIT))
    .addOptions(
      options.slice(0, CHOICE_LIMIT).map(({ title, description, data, isShown }) => ({
        label: shortened(title, CHOICE_TEXT_LIMIT) || "…",
        ...(description === "" ? {} : { description: shortened(description, CHOICE_TEXT_LIMIT) }),
        value: data,
        default: isShown,
      })),
    );
  return [rowOf([select])];
}

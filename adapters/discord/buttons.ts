import {
  type APIButtonComponent,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from "discord.js";
import { type Action, type Language, type Reply, wordingOf } from "../../src/index.ts";
import { encodeCustomId } from "./custom-ids.ts";
import { safeUrl } from "./escape.ts";
import { type Row, row } from "./payload.ts";
import {
  BUTTON_LABEL_LIMIT,
  BUTTON_URL_LIMIT,
  CHOICE_LIMIT,
  CHOICE_TEXT_LIMIT,
  PLACEHOLDER_LIMIT,
  ROW_LIMIT,
} from "./platform-limits.ts";
import type { Place } from "./render.ts";
import { short } from "./short.ts";

/** The buttons and the menu below a reply, most useful first; in a public message, the one that deletes it comes last. */
export function rowsOf(reply: Reply, place: Place): Row[] {
  const rows = reply.actions.map((actions) =>
    actions.flatMap((action) => buttonOf(action, reply, place) ?? []),
  );
  if (place.isPublic) rows.push([deleteButton(reply.language, place.asker) ?? []].flat());
  return [...packed(rows).map(row), ...menuOf(reply, place)];
}

/** The pages of a reply that is too long for one message. */
export function pageTurns(
  language: Language,
  asker: string,
  data: string,
  page: number,
  pages: number,
): Row[] {
  const { labels, position } = wordingOf(language);
  const turn = (to: number, label: string) =>
    to < 0 || to >= pages
      ? []
      : (button(
          encodeCustomId({ kind: "action", asker, page: to, data }),
          `${label} (${position(to + 1, pages)})`,
        ) ?? []);
  const buttons = [turn(page - 1, labels.pageBefore), turn(page + 1, labels.pageAfter)].flat();
  return buttons.length > 0 ? [row(buttons)] : [];
}

/** For the asker and for those who may manage messages. */
export function deleteButton(language: Language, asker: string): APIButtonComponent | undefined {
  return button(encodeCustomId({ kind: "delete", language, asker }), wordingOf(language).labels.delete);
}

function buttonOf(
  action: Action,
  { language, blocks }: Reply,
  { asker }: Place,
): APIButtonComponent | undefined {
  switch (action.type) {
    case "press": {
      const id = encodeCustomId({ kind: "action", asker, page: 0, data: action.data });
      return button(id, action.label, action.role === "next" ? ButtonStyle.Primary : ButtonStyle.Secondary);
    }
    case "copy": {
      const cited = blocks.find((block) => block.type === "citation");
      return cited && button(encodeCustomId({ kind: "copy", language, key: cited.key }), action.label);
    }
    case "share":
      return button(encodeCustomId({ kind: "share", language, key: action.key }), action.label);
    case "link": {
      const url = safeUrl(action.url);
      if (url === undefined || url.length > BUTTON_URL_LIMIT) return undefined;
      return { type: ComponentType.Button, style: ButtonStyle.Link, label: labelled(action.label), url };
    }
    case "ask":
      return button(encodeCustomId({ kind: "ask", asker, text: action.text }), action.label);
  }
}

function button(
  id: string | undefined,
  label: string,
  style: ButtonStyle.Primary | ButtonStyle.Secondary = ButtonStyle.Secondary,
): APIButtonComponent | undefined {
  return id === undefined
    ? undefined
    : { type: ComponentType.Button, style, label: labelled(label), custom_id: id };
}

function labelled(label: string): string {
  return short(label, BUTTON_LABEL_LIMIT) || "…";
}

/** As few rows as hold the buttons in their order, those of a group kept together; what is offered twice is offered once. */
function packed(groups: readonly (readonly APIButtonComponent[])[]): APIButtonComponent[][] {
  const seen = new Set<string>();
  const packs: APIButtonComponent[][] = [];
  for (const buttons of groups) {
    const fresh = buttons.filter((one) => {
      const name = JSON.stringify([Reflect.get(one, "custom_id"), Reflect.get(one, "url")]);
      return !seen.has(name) && seen.add(name);
    });
    const last = packs.at(-1);
    if (last !== undefined && last.length + fresh.length <= ROW_LIMIT) last.push(...fresh);
    else for (let at = 0; at < fresh.length; at += ROW_LIMIT) packs.push(fresh.slice(at, at + ROW_LIMIT));
  }
  return packs;
}

/** The other findings by their titles. */
function menuOf(reply: Reply, { asker }: Place): Row[] {
  const id = encodeCustomId({ kind: "menu", asker });
  const results = reply.results ?? [];
  if (results.length < 2 || id === undefined) return [];
  const menu: APIStringSelectComponent = {
    type: ComponentType.StringSelect,
    custom_id: id,
    min_values: 1,
    max_values: 1,
    placeholder: short(wordingOf(reply.language).labels.results, PLACEHOLDER_LIMIT),
    options: results.slice(0, CHOICE_LIMIT).map(({ title, description, data, isShown }) => ({
      label: short(title, CHOICE_TEXT_LIMIT) || "…",
      ...(description === "" ? {} : { description: short(description, CHOICE_TEXT_LIMIT) }),
      value: data,
      default: isShown,
    })),
  };
  return [row([menu])];
}

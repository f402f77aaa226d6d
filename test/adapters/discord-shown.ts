import type { Shown } from "./contract.ts";
import { readMarkdown } from "./discord-markdown.ts";
import type { Recorded } from "./recorder.ts";

/** A component of a message, of whatever kind. */
export interface Component {
  readonly type: number;
  readonly content?: string;
  readonly label?: string;
  readonly custom_id?: string;
  readonly url?: string;
  readonly disabled?: boolean;
  readonly components?: readonly Component[];
  readonly options?: readonly {
    readonly label: string;
    readonly value: string;
    readonly default?: boolean;
  }[];
}

export interface Message {
  readonly flags: number;
  readonly components: readonly Component[];
  readonly allowed_mentions?: { readonly parse: readonly string[] };
}

const TEXT_DISPLAY = 10;
const BUTTON = 2;

/** The message in a request, which an interaction's first response wraps in `data`. */
export function messageIn(request: Recorded | undefined): Message {
  const body = request?.body ?? {};
  return (body.data ?? body) as Message;
}

export function componentsIn(message: Message): Component[] {
  const inner = (component: Component): Component[] => [
    component,
    ...(component.components ?? []).flatMap(inner),
  ];
  return (message.components ?? []).flatMap(inner);
}

/** Texts as they were sent. */
export function markdownIn(message: Message): string {
  return componentsIn(message)
    .filter(({ type }) => type === TEXT_DISPLAY)
    .map(({ content }) => content ?? "")
    .join("\n");
}

/** The message as its reader sees it. */
export function shownBy(message: Message): Shown {
  const { text, quotes, links } = readMarkdown(markdownIn(message));
  const buttons = componentsIn(message).flatMap(({ type, label = "", custom_id }) =>
    type === BUTTON && custom_id !== undefined ? [{ label, data: custom_id }] : [],
  );
  return { text, quotes, links, buttons };
}

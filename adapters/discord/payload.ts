import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIContainerComponent,
  type APIStringSelectComponent,
  ComponentType,
  MessageFlags,
} from "discord.js";

/** A row of buttons, or of one menu. */
export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;
export type ButtonOrMenu = APIButtonComponent | APIStringSelectComponent;

/** A message as Discord takes it, wherever it is sent: texts and buttons as components, and nobody is pinged. */
export interface Payload {
  readonly flags: number;
  readonly components: readonly (APIContainerComponent | Row)[];
  readonly allowed_mentions: { readonly parse: readonly never[]; readonly replied_user: false };
}

/** Nobody is ever pinged, not even the person who is answered. Said with every call, beside the client's default. */
export const NO_PINGS: Payload["allowed_mentions"] = { parse: [], replied_user: false };

/**
 * Components of version 2 throughout, and no embeds: a citation stands right below its quotation in small print with a
 * date in the reader's own zone, buttons follow their card, and nothing is lost where a reader has embeds switched off or
 * a channel does not let the bot embed. A message of one kind can never become one of the other when a button edits it.
 */
export function payload(components: Payload["components"]): Payload {
  return { flags: MessageFlags.IsComponentsV2, components, allowed_mentions: NO_PINGS };
}

/** The same, for one person's eyes. */
export function onlyForOne(message: Payload): Payload {
  return { ...message, flags: message.flags | MessageFlags.Ephemeral };
}

/** Lines of ours, already escaped or without anything to escape. */
export function textPayload(...texts: readonly string[]): Payload {
  return payload([card(texts.map((content) => ({ type: ComponentType.TextDisplay, content })))]);
}

/** A box around texts, with a coloured edge where `accent` says so. */
export function card(
  components: APIComponentInContainer[],
  accent: number | null = null,
): APIContainerComponent {
  return { type: ComponentType.Container, spoiler: false, accent_color: accent, components };
}

export function row(components: readonly ButtonOrMenu[]): Row {
  return { type: ComponentType.ActionRow, components: [...components] };
}

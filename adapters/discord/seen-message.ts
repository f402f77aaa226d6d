import { ComponentType } from "discord.js";
import { z } from "zod";
import { contextKey } from "../../src/index.ts";
import { decodeCustomId } from "./custom-ids.ts";

/** A message as far as the adapter reads it. */
export interface MessageSeen {
  readonly author: string;
  /** What a person wrote, or what a card or an embed says; empty where there is none, or where it may not be read. */
  readonly text: string;
  /** Key of the passage that an answer of ours shows, read from its buttons. */
  readonly passage?: string;
}

export interface RawMessage {
  readonly content: string;
  readonly author: { readonly id: string };
  readonly embeds: readonly {
    readonly title?: string | undefined;
    readonly description?: string | undefined;
  }[];
  readonly components: readonly unknown[];
}

export const messageSchema = z.object({
  content: z.string().default(""),
  author: z.object({ id: z.string(), bot: z.boolean().optional() }),
  embeds: z.array(z.object({ title: z.string().optional(), description: z.string().optional() })).default([]),
  components: z.array(z.unknown()).default([]),
});

export function readMessage(message: RawMessage): MessageSeen {
  const components = flat(message.components);
  const embedded = message.embeds.flatMap(({ title, description }) => [title ?? "", description ?? ""]);
  const displayed = components.map(({ type, content }) =>
    type === ComponentType.TextDisplay ? (content ?? "") : "",
  );
  const text = [message.content, ...embedded, ...displayed].find((part) => part.trim() !== "") ?? "";
  const passage = passageShown(
    components.flatMap(({ custom_id }) => (custom_id === undefined ? [] : [custom_id])),
  );
  return { author: message.author.id, text, ...(passage === undefined ? {} : { passage }) };
}

/** The copy button names the passage that is shown; buttons that turn pages name where they lead. */
function passageShown(customIds: readonly string[]): string | undefined {
  const ids = customIds.flatMap((text) => decodeCustomId(text) ?? []);
  const copy = ids.find((id) => id.kind === "copy");
  if (copy?.kind === "copy") return copy.key;
  for (const id of ids) {
    const key = id.kind === "action" ? contextKey(id.data) : undefined;
    if (key !== undefined) return key;
  }
  return undefined;
}

interface Component {
  readonly type: number;
  readonly custom_id?: string | undefined;
  readonly content?: string | undefined;
}

const componentSchema = z.object({
  type: z.number(),
  custom_id: z.string().optional(),
  content: z.string().optional(),
  components: z.array(z.unknown()).default([]),
});

/** Components with those inside them, three deep at most: no message of Discord's goes deeper. */
function flat(components: readonly unknown[], depth = 3): Component[] {
  return components.flatMap((component) => {
    const parsed = componentSchema.safeParse(component);
    if (!parsed.success) return [];
    return [parsed.data, ...(depth > 1 ? flat(parsed.data.components, depth - 1) : [])];
  });
}

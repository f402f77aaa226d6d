import { ApplicationCommandType, InteractionType, MessageFlags, PermissionFlagsBits } from "discord.js";
import { z } from "zod";
import { type MessageSeen, messageSchema, readMessage } from "./seen-message.ts";

/** What every interaction says, whatever it is about. */
export interface Caller {
  readonly id: string;
  readonly token: string;
  readonly applicationId: string;
  /** Who pressed, typed or chose. */
  readonly person: string;
  /** Of the person's client; Discord has no Arabic one. */
  readonly locale: string;
  /** Alone with the bot: what is said there is nobody else's. */
  readonly alone: boolean;
  /** The bot itself is in this place, and not only installed by the person. */
  readonly botIsThere: boolean;
  /** May the person delete other people's messages here? */
  readonly managesMessages: boolean;
}

/** An interaction as the adapter needs it, the same from the gateway and from an HTTP request. */
export type Incoming = Caller &
  (
    | {
        readonly kind: "command";
        readonly name: string;
        readonly options: ReadonlyMap<string, string | boolean>;
      }
    | { readonly kind: "message-command"; readonly name: string; readonly target: MessageSeen }
    | { readonly kind: "autocomplete"; readonly name: string; readonly typed: string }
    | { readonly kind: "press"; readonly customId: string; readonly message: MessageShown }
    | {
        readonly kind: "select";
        readonly customId: string;
        readonly value: string;
        readonly message: MessageShown;
      }
    /** Something that this program never offers. */
    | { readonly kind: "unknown" }
  );

/** The message that a button or a menu stands in. */
export interface MessageShown {
  readonly isPrivate: boolean;
}

/** Undefined for what is no interaction that could be answered. */
export function readInteraction(data: unknown): Incoming | undefined {
  const base = baseSchema.safeParse(data);
  if (!base.success) return undefined;
  const caller = callerOf(base.data);
  if (caller === undefined) return undefined;
  const parsed = kindSchema.safeParse(data);
  return { ...caller, ...(parsed.success ? parsed.data : { kind: "unknown" as const }) };
}

const idSchema = z.string().regex(/^\d{1,20}$/);
const userSchema = z.object({ id: idSchema });

const baseSchema = z.object({
  id: idSchema,
  token: z.string().min(1),
  application_id: idSchema,
  type: z.number(),
  user: userSchema.optional(),
  member: z.object({ user: userSchema, permissions: z.string().regex(/^\d+$/).optional() }).optional(),
  locale: z.string().optional(),
  guild_id: idSchema.optional(),
  context: z.number().optional(),
  authorizing_integration_owners: z.record(z.string(), z.string()).optional(),
});

const optionSchema = z.object({
  name: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  focused: z.boolean().optional(),
});

const commandSchema = z
  .object({
    type: z.literal(InteractionType.ApplicationCommand),
    data: z.object({
      type: z.literal(ApplicationCommandType.ChatInput),
      name: z.string(),
      options: z.array(optionSchema).default([]),
    }),
  })
  .transform(({ data }) => ({
    kind: "command" as const,
    name: data.name,
    options: new Map(
      data.options.map(({ name, value }) => [
        name,
        typeof value === "number" ? String(value) : (value ?? ""),
      ]),
    ),
  }));

const messageCommandSchema = z
  .object({
    type: z.literal(InteractionType.ApplicationCommand),
    data: z.object({
      type: z.literal(ApplicationCommandType.Message),
      name: z.string(),
      target_id: idSchema,
      resolved: z.object({ messages: z.record(z.string(), messageSchema) }),
    }),
  })
  .transform(({ data }, context) => {
    const target = data.resolved.messages[data.target_id];
    if (target !== undefined)
      return { kind: "message-command" as const, name: data.name, target: readMessage(target) };
    context.addIssue({ code: "custom", message: "the target is not among the messages" });
    return z.NEVER;
  });

const autocompleteSchema = z
  .object({
    type: z.literal(InteractionType.ApplicationCommandAutocomplete),
    data: z.object({ name: z.string(), options: z.array(optionSchema).default([]) }),
  })
  .transform(({ data }) => ({
    kind: "autocomplete" as const,
    name: data.name,
    typed: String(data.options.find(({ focused }) => focused)?.value ?? ""),
  }));

const componentSchema = z
  .object({
    type: z.literal(InteractionType.MessageComponent),
    data: z.object({ custom_id: z.string(), values: z.array(z.string()).optional() }),
    message: z.object({ flags: z.number().default(0) }),
  })
  .transform(({ data, message }) => {
    const shown = { isPrivate: (message.flags & MessageFlags.Ephemeral) !== 0 };
    const value = data.values?.[0];
    return value === undefined
      ? { kind: "press" as const, customId: data.custom_id, message: shown }
      : { kind: "select" as const, customId: data.custom_id, value, message: shown };
  });

const kindSchema = z.union([commandSchema, messageCommandSchema, autocompleteSchema, componentSchema]);

const MANAGES = PermissionFlagsBits.ManageMessages | PermissionFlagsBits.Administrator;
const GUILD_INSTALL = "0";
const BOT_DM = 1;

function callerOf(data: z.infer<typeof baseSchema>): Caller | undefined {
  const person = data.member?.user.id ?? data.user?.id;
  if (person === undefined) return undefined;
  const alone = data.guild_id === undefined && (data.context ?? BOT_DM) === BOT_DM;
  return {
    id: data.id,
    token: data.token,
    applicationId: data.application_id,
    person,
    locale: data.locale ?? "",
    alone,
    botIsThere: alone || data.authorizing_integration_owners?.[GUILD_INSTALL] !== undefined,
    managesMessages: (BigInt(data.member?.permissions ?? "0") & MANAGES) !== 0n,
  };
}

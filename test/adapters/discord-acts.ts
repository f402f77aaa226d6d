import type { Sent } from "./discord-server.ts";
import { markdownIn, messageIn } from "./discord-shown.ts";
import type { Recorded } from "./recorder.ts";

export const EPHEMERAL = 64;
export const ask = (text: string, more: Partial<Sent> & { private?: boolean; name?: string } = {}): Sent => ({
  type: 2,
  guild: true,
  ...more,
  data: {
    id: "1",
    type: 1,
    name: more.name ?? "ask",
    options: [
      { name: "question", type: 3, value: text },
      ...(more.private === undefined ? [] : [{ name: "private", type: 5, value: more.private }]),
    ],
  },
});
export const press = (
  custom_id: string,
  more: Partial<Sent> & { flags?: number; values?: string[] } = {},
): Sent => ({
  type: 3,
  guild: true,
  message: { flags: more.flags ?? 1 << 15 },
  ...more,
  data: { custom_id, component_type: more.values ? 3 : 2, ...(more.values && { values: more.values }) },
});
export const type = (custom: string, name = "ask"): Sent => ({
  type: 4,
  data: { id: "1", type: 1, name, options: [{ name: "question", type: 3, value: custom, focused: true }] },
});

export const callback = (requests: readonly Recorded[]) => requests[0]?.body ?? {};
export const text = (requests: readonly Recorded[]) => markdownIn(messageIn(requests[0]));
export const isPrivate = (requests: readonly Recorded[]) => (messageIn(requests[0]).flags & EPHEMERAL) !== 0;

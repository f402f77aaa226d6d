import type { Block } from "../../src/index.ts";

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;

/**
 * A text that cannot steer a terminal: its control characters, which an article may hold by accident or by malice, are
 * shown as U+FFFD. Tabs and line ends stay, and so does every offset.
 */
export function withoutControls(text: string): string {
  return text.replace(CONTROLS, "\ufffd");
}

/** A block whose texts cannot steer a terminal. */
export function harmless(block: Block): Block {
  switch (block.type) {
    case "quote":
    case "notice":
      return { ...block, text: withoutControls(block.text) };
    case "text":
      return {
        ...block,
        text: withoutControls(block.text),
        ...(block.links && {
          links: block.links.map((link) => ({ ...link, url: withoutControls(link.url) })),
        }),
      };
    case "citation":
      return {
        ...block,
        title: withoutControls(block.title),
        line: withoutControls(block.line),
        ...(block.url !== undefined && { url: withoutControls(block.url) }),
        ...(block.basis !== undefined && { basis: withoutControls(block.basis) }),
      };
  }
}

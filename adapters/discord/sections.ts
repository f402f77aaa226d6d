import { type Block, type Reply, wordingOf } from "../../src/index.ts";

/** Blocks that belong to one quotation and its source. A line of ours that leads over to another quotation stands with that one. */
export function sectionsOf({ blocks, language }: Reply): readonly (readonly Block[])[] {
  const { part } = wordingOf(language);
  const sections: Block[][] = [];
  for (const [i, block] of blocks.entries()) {
    const section = sections.at(-1);
    const [before, after] = [blocks[i - 1], blocks[i + 1]];
    const leads = block.type === "notice" && block.text !== part && after?.type === "quote";
    const led = before?.type === "quote" || (before?.type === "notice" && before.text !== part);
    const opens = leads || (block.type === "quote" && !led);
    if (section === undefined || (opens && section.some(({ type }) => type === "quote")))
      sections.push([block]);
    else section.push(block);
  }
  return sections;
}

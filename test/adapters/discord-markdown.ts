/** What a reader of Discord sees of Markdown, by the rules of its client: a reader of our own, to judge what we send. */
export interface Read {
  /** All that can be read, markup taken away. */
  readonly text: string;
  readonly quotes: readonly { readonly text: string; readonly marks: readonly string[] }[];
  readonly links: readonly { readonly text: string; readonly url: string }[];
  /** Everything that is more than plain letters, by its kind: `bold`, `heading`, `mention` … */
  readonly kinds: readonly string[];
}

type Node = { kind: string; text: string; url?: string; inner: Node[] };

export function readMarkdown(markdown: string): Read {
  const links: { text: string; url: string }[] = [];
  const kinds = new Set<string>();
  const quotes: { text: string; marks: string[] }[] = [];
  const texts: string[] = [];
  let inQuote = false;
  for (const part of markdown.split(/(```[\s\S]*?```)/)) {
    if (part.startsWith("```") && part.length > 5) {
      kinds.add("code-block");
      texts.push(part.slice(3, -3).replace(/^\n|\n$/g, ""));
      continue;
    }
    for (const line of part.split("\n")) {
      const quoted = /^> (.*)$/s.exec(line) ?? /^>>> (.*)$/s.exec(line);
      const nodes = block(quoted?.[1] ?? line, kinds);
      if (quoted) kinds.add("quote");
      const text = nodes.map(textOf).join("");
      for (const node of nodes.flatMap(all)) {
        if (node.kind !== "text") kinds.add(node.kind);
        if (node.url !== undefined) links.push({ text: textOf(node), url: node.url });
      }
      const marks = nodes.filter(({ kind }) => kind === "bold").map(textOf);
      const last = quotes.at(-1);
      if (quoted && inQuote && last) {
        last.text += `\n${text}`;
        last.marks.push(...marks);
      } else if (quoted) quotes.push({ text, marks });
      inQuote = quoted !== null;
      texts.push(text);
    }
  }
  return { text: texts.join("\n"), quotes, links, kinds: [...kinds] };
}

function block(line: string, kinds: Set<string>): Node[] {
  const rules: readonly (readonly [string, RegExp])[] = [
    ["heading", /^\s*#{1,3}\s+(.*)$/s],
    ["small", /^\s*-#\s+(.*)$/s],
    ["list", /^\s*(?:[-*+]|\d+\.)\s+(.*)$/s],
  ];
  for (const [kind, rule] of rules) {
    const match = rule.exec(line);
    if (match === null) continue;
    kinds.add(kind);
    return inline(match[1] ?? "");
  }
  return inline(line);
}

const INLINE: readonly (readonly [kind: string, rule: RegExp])[] = [
  ["escape", /^\\([^0-9A-Za-z\s])/u],
  ["code", /^(`+)([\s\S]*?[^`])\1(?!`)/],
  ["link", /^\[((?:\\.|[^\]\\])+)\]\(\s*<?([^\s<>()]+)>?\s*\)/],
  ["url", /^<?https?:\/\/[^\s<>]+/],
  ["mention", /^(?:<@[!&]?\d+>|<#\d+>|<\/[^:>]+:\d+>|@everyone|@here)/],
  ["timestamp", /^<t:-?\d+(?::[tTdDfFR])?>/],
  ["emoji", /^(?:<a?:\w+:\d+>|:\w+:)/],
  ["bold", /^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/],
  ["underline", /^__((?:\\[\s\S]|[^\\])+?)__(?!_)/],
  ["italic", /^\*(?=\S)((?:\\[\s\S]|[^*\\])+?)\*(?!\*)/],
  ["italic", /^_((?:\\[\s\S]|[^\\])+?)_(?![0-9A-Za-z])/],
  ["strike", /^~~(?=\S)((?:\\[\s\S]|[^\\])*?\S)~~/],
  ["spoiler", /^\|\|([\s\S]+?)\|\|/],
];
const NESTED: ReadonlySet<string> = new Set(["bold", "underline", "italic", "strike", "spoiler"]);

function inline(text: string): Node[] {
  const nodes: Node[] = [];
  let rest = text;
  while (rest !== "") {
    const { node, length } = first(rest);
    nodes.push(node);
    rest = rest.slice(length);
  }
  return nodes;
}

function first(rest: string): { node: Node; length: number } {
  for (const [kind, rule] of INLINE) {
    const match = rule.exec(rest);
    if (match === null) continue;
    const [whole, one = "", two = ""] = match;
    const length = whole.length;
    if (kind === "escape") return { node: plain(one), length };
    if (kind === "code") return { node: { kind, text: two, inner: [] }, length };
    if (kind === "link") return { node: { kind, text: "", url: two, inner: inline(one) }, length };
    if (kind === "url") return { node: { kind, text: whole, url: whole, inner: [] }, length };
    if (NESTED.has(kind)) return { node: { kind, text: "", inner: inline(one) }, length };
    return { node: { kind, text: whole, inner: [] }, length };
  }
  const [char = ""] = rest;
  return { node: plain(char), length: char.length };
}

function plain(text: string): Node {
  return { kind: "text", text, inner: [] };
}

function textOf({ text, inner }: Node): string {
  return text + inner.map(textOf).join("");
}

function all(node: Node): Node[] {
  return [node, ...node.inner.flatMap(all)];
}

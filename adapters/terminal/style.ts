/** How parts of a reply are set apart. Plain: not at all. */
export interface Style {
  readonly coloured: boolean;
  mark(text: string): string;
  title(text: string): string;
  faint(text: string): string;
  notice(text: string): string;
  /** A text that opens `url` in terminals that know links (OSC 8); others show the text alone. */
  link(text: string, url: string): string;
}

const ESCAPE = "\u001b";
const sgr = (on: number, off: number) => (text: string) => `${ESCAPE}[${on}m${text}${ESCAPE}[${off}m`;
const bold = sgr(1, 22);
const yellow = sgr(33, 39);

export const colouredStyle: Style = {
  coloured: true,
  mark: (text) => bold(yellow(text)),
  title: bold,
  faint: sgr(2, 22),
  notice: sgr(36, 39),
  link: (text, url) => `${ESCAPE}]8;;${url}${ESCAPE}\\${text}${ESCAPE}]8;;${ESCAPE}\\`,
};

const asIs = (text: string) => text;

export const plainStyle: Style = {
  coloured: false,
  mark: asIs,
  title: asIs,
  faint: asIs,
  notice: asIs,
  link: asIs,
};

/** Colours on a terminal, unless the person wants none (https://no-color.org: any value that is not empty). */
export function styleFor(isTerminal: boolean, noColour: string | undefined): Style {
  return isTerminal && !noColour ? colouredStyle : plainStyle;
}

import { OperatorError } from "../../src/index.ts";

const LINE_FEED = 0x0a;

/** The lines of a stream of bytes, without their ends; `undefined` for one that is not UTF-8. */
export async function* utf8Lines(
  input: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<string | undefined> {
  let rest: Uint8Array[] = [];
  for await (const chunk of input) {
    let bytes = Buffer.from(chunk);
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED)) {
      yield decoded(Buffer.concat([...rest, bytes.subarray(0, end)]));
      rest = [];
      bytes = bytes.subarray(end + 1);
    }
    if (bytes.length > 0) rest.push(bytes);
  }
  if (rest.length > 0) yield decoded(Buffer.concat(rest));
}

/** Said of an input in another encoding, such as Windows-1256, with the cure. */
export const NOT_UTF8 = "not UTF-8: convert it first, for example with iconv -f windows-1256 -t utf-8";

export function notUtf8(): OperatorError {
  return new OperatorError(`Standard input is ${NOT_UTF8}.`);
}

function decoded(line: Buffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(line).replace(/\r$/, "");
  } catch {
    return undefined;
  }
}

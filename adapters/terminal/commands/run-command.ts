import type { CommandOpeners } from "../../runtime/command-openers.ts";
import type { OpenSearchSettings } from "../../runtime/opensearch-settings.ts";
import { HELP, type OneShotCommand } from "../command-line.ts";
import { type Streams, writeLine } from "../streams.ts";
import type { Style } from "../style.ts";

export interface CommandParts extends Omit<CommandOpeners, "missed"> {
  readonly streams: Streams;
  readonly style: Style;
  readonly version: string;
  /** The cluster that holds the articles, where one does. */
  readonly opensearch: OpenSearchSettings | undefined;
  /** The folder of articles, and the one that was named by the command line or the settings. */
  readonly corpusDir: string;
  readonly namedCorpus: string | undefined;
}

/** Runs a command and gives its exit code. Each is loaded only when it is asked for. */
export async function runCommand(command: OneShotCommand, parts: CommandParts): Promise<number> {
  const { streams } = parts;
  switch (command.name) {
    case "help":
      await writeLine(streams.output, HELP);
      return 0;
    case "version":
      await writeLine(streams.output, parts.version);
      return 0;
    case "ask": {
      const { ask } = await import("./ask-command.ts");
      return ask(streams, { ...command, ...(await parts.open()), ...layout(parts) });
    }
    case "cite": {
      const { cite } = await import("./cite-command.ts");
      return cite(streams, { ...command, ...(await parts.open()), ...layout(parts) });
    }
    case "corpus": {
      const { corpus } = await import("./corpus-command.ts");
      const { answerer, corpus: articles, report } = await parts.openFolder();
      return corpus(streams, { json: command.json, answerer, corpus: articles, report });
    }
    case "index": {
      const { index } = await import("./index-command.ts");
      return index(streams, { ...parts, isIncremental: command.isIncremental });
    }
    case "doctor": {
      const { doctor } = await import("./doctor-command.ts");
      return doctor(streams, parts);
    }
    case "verify": {
      const { verify } = await import("./verify-command.ts");
      return verify(streams, { ...command, ...(await parts.open()), ...layout(parts) });
    }
    case "verify-batch": {
      const { verifyBatch } = await import("./verify-batch-command.ts");
      await verifyBatch(streams, (await parts.open()).verifier);
      return 0;
    }
    case "batch": {
      const { batch } = await import("./batch-command.ts");
      await batch(streams, (await parts.open()).answerer);
      return 0;
    }
    case "rank": {
      const { rank } = await import("./rank-command.ts");
      await rank(streams, command.passages, parts.openRanking);
      return 0;
    }
  }
}

/** Lines are filled on a terminal only: text that is piped on is laid out by the program that reads it. */
function layout({ streams: { output }, style }: CommandParts): { style: Style; columns?: number } {
  return { style, ...(output.isTTY && output.columns && { columns: output.columns }) };
}

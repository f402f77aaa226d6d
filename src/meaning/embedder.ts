/** What a text is to a model: a question, or a text that may answer one. Most models want the two told apart. */
export type TextKind = "query" | "passage";

/** A text, and the title that it stands under. */
export interface TitledText {
  readonly text: string;
  /** Given only where the model has a place for it: see `Embedder.takesTitles`. */
  readonly title?: string;
}

/** A model that turns texts into vectors: texts that mean the like point the like way. */
export interface Embedder {
  /** Its name, as the server or its operator writes it. */
  readonly model: string;
  /** Names the model and the way in which its texts are written, as a name of a folder: vectors of one id compare. */
  readonly id: string;
  /** Numbers of each vector. */
  readonly dimensions: number;
  /** It has a place for the title of a passage; without, titles are not sent. */
  readonly takesTitles: boolean;
  /**
   * One vector of length 1 for each text, in their order.
   * @throws ModelServerError when the server cannot be reached, refuses, or answers with anything else; or the signal's reason
   */
  embed(texts: readonly TitledText[], kind: TextKind, signal?: AbortSignal): Promise<readonly Float32Array[]>;
}

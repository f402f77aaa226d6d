/**
 * Something that the person who runs Isnad must put right: a wrong setting, a missing folder, a refused token. The message is
 * one sentence that says the cure and holds no secret; it is shown without a stack.
 */
export class OperatorError extends Error {
  override readonly name = "OperatorError";
}

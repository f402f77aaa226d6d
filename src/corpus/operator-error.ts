/** A mistake in the set-up: its message is one sentence that says the cure, and is shown without a stack. */
export class OperatorError extends Error {
  override readonly name = "OperatorError";
}

import { OperatorError } from "../../src/index.ts";

/**
 * Something that whoever runs Isnad must put right: a wrong setting, a missing folder, a refused token.
 * The message is one sentence that says the cure and holds no secret; it is printed without a stack, and the
 * process ends with {@link EXIT_CONFIG}.
 */
export { OperatorError };

/** `EX_CONFIG` of BSD's sysexits.h: starting again without a change of the settings is no use. */
export const EXIT_CONFIG = 78;

import { MEANING_WEIGHTS } from "./meaning-weights.ts";
import type { MeaningWeights } from "./model.ts";

/** The model that weights ship for. They serve other models as well, which may deserve more trust: `npm run fit -- --embeddings`. */
const MEASURED = "multilingual-e5-small-q4";

/** The weights of a model, or those of the model that was measured. */
export function weightsOf(model: string): MeaningWeights {
  const weights = MEANING_WEIGHTS[model] ?? MEANING_WEIGHTS[MEASURED];
  if (weights === undefined) throw new Error(`no weights for ${MEASURED}`);
  return weights;
}

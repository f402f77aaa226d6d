/** Each value less their mean, in standard deviations; all 0 where the values do not differ. Two passes, without a call for each value. */
export function standardScores(values: Float32Array): Float32Array {
  const count = Math.max(1, values.length);
  let sum = 0;
  let squares = 0;
  for (const value of values) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / count;
  const deviation = Math.sqrt(Math.max(0, squares / count - mean * mean));
  const scores = new Float32Array(values.length);
  if (deviation < 1e-6) return scores;
  for (let i = 0; i < values.length; i++) scores[i] = ((values[i] ?? 0) - mean) / deviation;
  return scores;
}

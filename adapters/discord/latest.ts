/**
 * Work of which only the latest per person counts, such as a list while they type: what comes while an earlier one still
 * waits takes its place, and both are given the outcome of the later. So a burst costs one piece of work, and nobody's
 * letters hold up anybody else's.
 */
export function createLatest<Input, Output>(work: (input: Input) => Promise<Output>) {
  const waiting = new Map<string, { latest: Input; outcome: Promise<Output> }>();

  async function next(person: string, first: Input): Promise<Output> {
    // In the next turn of the event loop, when all that has come in meanwhile has been read.
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
    const input = waiting.get(person)?.latest ?? first;
    waiting.delete(person);
    return work(input);
  }

  return function latest(person: string, input: Input): Promise<Output> {
    const turn = waiting.get(person) ?? { latest: input, outcome: next(person, input) };
    turn.latest = input;
    waiting.set(person, turn);
    return turn.outcome;
  };
}

import { createListsBuilder, invert, type Lists } from "./lists.ts";
import { NumberList } from "./number-list.ts";
import { TermNumbers } from "./term-numbers.ts";

/** Which documents hold the terms of one field, and how often, in flat arrays. */
export interface FieldPostings {
  /** The terms by their numbers, in the order of first appearance. */
  readonly terms: readonly string[];
  /** Term → the documents that hold it, in order. */
  readonly holders: Lists;
  /** Document → how many different terms it has. */
  readonly lengths: Int32Array;
  /** How often a term stands in a document that holds it. */
  counterOf(term: string): (document: number) => number;
}

/** Takes the terms of one document after the other. */
export interface FieldPostingsBuilder {
  add(terms: readonly string[]): void;
  finish(): FieldPostings;
}

/** Linear in the number of terms. Most terms stand in a document once: the counts of the others alone are kept. */
export function createFieldPostings(): FieldPostingsBuilder {
  const numbers = new TermNumbers();
  /** Document → its different terms; those of them that stand in it more than once; how often these do. */
  const different = createListsBuilder();
  const repeated = createListsBuilder();
  const times = new NumberList();
  /** Term → the last document that holds it, and how often. */
  const last = new NumberList();
  const count = new NumberList();
  let document = 0;

  return {
    add(own) {
      const twice: number[] = [];
      for (const term of own) {
        const number = numbers.number(term);
        if (number === last.length) {
          last.push(-1);
          count.push(0);
        }
        const before = last.at(number) === document ? count.at(number) : 0;
        last.set(number, document);
        count.set(number, before + 1);
        if (before === 0) different.push(number);
        if (before === 1) twice.push(number);
      }
      for (const number of twice) {
        repeated.push(number);
        times.push(count.at(number));
      }
      different.end();
      repeated.end();
      document++;
    },
    finish: () =>
      postingsOf({
        numbers,
        different: different.finish(),
        repeated: repeated.finish(),
        times: times.toArray(),
      }),
  };
}

interface Counted {
  readonly numbers: TermNumbers;
  readonly different: Lists;
  readonly repeated: Lists;
  readonly times: Int32Array;
}

function postingsOf({ numbers, different, repeated, times }: Counted): FieldPostings {
  return {
    terms: numbers.terms,
    holders: invert(different, numbers.terms.length),
    lengths: different.start.slice(1).map((end, document) => end - (different.start[document] ?? 0)),
    counterOf: counterIn(numbers, repeated, times),
  };
}

/** Apart, so that nothing else of what was counted is kept. */
function counterIn(
  numbers: TermNumbers,
  { start, items }: Lists,
  times: Int32Array,
): FieldPostings["counterOf"] {
  return (term) => {
    const number = numbers.find(term);
    return (document) => {
      for (let at = start[document] ?? 0; at < (start[document + 1] ?? 0); at++)
        if (items[at] === number) return times[at] ?? 1;
      return 1;
    };
  };
}

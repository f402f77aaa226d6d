/** What groups of Latin letters sound like, first match first, at each place; the longest stand first. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:tzsch|tsch|sch|tch|ch(?=[ei])|sh)/, "X"],
  [/^(?:ch|kh|gh)/, "G"],
];

/** See `skeleton`. Takes a lower-case term of the letters a to z. */
export function latinSkeleton(term: string): string {
  let key = "";
  let at = 0;
  while (at < term.length) {
    const [length, sound] = soundAt(term, at);
    key += sound;
    at += length;
  }
  return key.replace(/XT/g, "ST").replace(/XB/g, "SB").replace(/NGT/g, "NT");
}

function soundAt(term: string, at: number): readonly [number, string] {
  const rest = term.slice(at, at + 6);
  const letter = rest.charAt(0);
  const previous = term.charAt(at - 1);
  if (letter === previous && at > 0) return [1, ""];
  if (/^ght/.test(rest)) return [3, "T"];
  if (/^ch$/.test(rest) && /[aou]/.test(previous)) return [2, "G"];
  if (/^ch(?=[rlnst])/.test(rest)) return [2, "G"];
  for (const [pattern, sound] of SOUNDS.slice(0, 1)) {
    const match = pattern.exec(rest);
    if (match !== null) return [match[0].length, sound];
  }
  if (/^ch/.test(rest)) return [2, "X"];
  if (/^(?:kh|gh)/.test(rest)) return [2, "G"];
  if (/^ph/.test(rest)) return [2, "F"];
  if (/^(?:th|dh)/.test(rest)) return [2, letter === "t" ? "T" : "D"];
  if (at > 0 && /^t[sz]/.test(rest)) return [rest.charAt(2) === rest.charAt(1) ? 3 : 2, "S"];
  if (/^zz/.test(rest)) return [2, "S"];
  if (/^ck/.test(rest)) return [2, "G"];
  if (/^sc(?=[eiy])/.test(rest)) return [2, "S"];
  if (at === 0 && /^wr/.test(rest)) return [2, "R"];
  if (at === 0 && /^wh/.test(rest)) return [2, "W"];
  if (letter === "c") return [1, /^c[eiy]/.test(rest) ? "S" : "G"];
  if (letter === "x") return [1, at === 0 ? "S" : "GS"];
  if (letter === "h" || letter === "w" || letter === "y") return [1, at === 0 ? letter.toUpperCase() : ""];
  return [1, LETTERS.get(letter) ?? ""];
}

const LETTERS = new Map(
  Object.entries({
    B: "bp",
    F: "fv",
    G: "gjkq",
    T: "t",
    D: "d",
    S: "sz",
    R: "r",
    L: "l",
    M: "m",
    N: "n",
  }).flatMap(([sound, letters]) => [...letters].map((letter) => [letter, sound] as const)),
);

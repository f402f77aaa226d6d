import { readDataFile, type SectionForm } from "./data-file.ts";

const list: SectionForm = { columns: ["words"], once: "entry" };
const file = readDataFile("attributions.tsv", {
  saying: list,
  according: list,
  labels: list,
  particles: list,
  places: list,
  speakers: list,
});

type Section = "saying" | "according" | "labels" | "particles" | "places" | "speakers";

/** What a folded term does in naming a source; a conjunction may be attached to it. */
export function isInAttribution(section: Section, term: string): boolean {
  return file.has(section, term) || (/^[\u0648\u0641]../.test(term) && file.has(section, term.slice(1)));
}

/**
 * A numeral as one writing: digits 0-9, no thousands marks, a point for the decimals, no idle zeros at their end.
 * `15,000` and ٤٥٬٠٠٠ lose their marks; `2,5` and ٢٫٥ are 2.5; a version such as `1.2.3` stays.
 * Takes digits already folded to 0-9.
 */
export function plainNumeral(digits: string): string {
  if (/^\d+$/.test(digits)) return digits;
  const marks = digits.replace(/\d+/g, "");
  if (/^[,\u066c\u060c'\u2019]+[.\u066b]?$/.test(marks) || /^[,\u066c\u060c]+$/.test(marks)) {
    const [whole = "", decimals = ""] = digits.split(/[.\u066b]/);
    const groups = whole.split(/[,\u066c\u060c'\u2019]/);
    if (groups.slice(1).every((group) => group.length === 3)) return trimmed(groups.join(""), decimals);
    if (groups.length === 2 && decimals === "") return trimmed(groups[0] ?? "", groups[1] ?? "");
  }
  const parts = digits.split(/[.\u066b]/);
  if (parts.length === 2 && /[.\u066b]/.test(marks)) {
    if (parts[1] === "000") return parts.join("");
    return trimmed(parts[0] ?? "", parts[1] ?? "");
  }
  if (parts.length > 2 && parts.slice(1).every((group) => group.length === 3)) return parts.join("");
  return digits.replace(/\u066b/g, ".");
}

function trimmed(whole: string, decimals: string): string {
  const kept = decimals.replace(/(?<!0)0+$/, "");
  return kept === "" ? whole : `${whole}.${kept}`;
}

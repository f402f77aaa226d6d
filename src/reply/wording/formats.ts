/** The six forms that a counted Arabic noun takes. `few` and the rest get the number, in Arabic-Indic digits. */
export interface CountForms {
  readonly zero: string;
  readonly one: string;
  readonly two: string;
  readonly few: (number: string) => string;
  readonly many: (number: string) => string;
  readonly other: (number: string) => string;
}

const plural = new Intl.PluralRules("ar");
const digits = new Intl.NumberFormat("ar-u-nu-arab");

/** «نتيجة واحدة», «نتيجتان», «٣ نتائج», «١١ نتيجة», «١٠٠ نتيجة». */
export function countArabic(number: number, forms: CountForms): string {
  const form = forms[plural.select(number)];
  return typeof form === "string" ? form : form(digits.format(number));
}

/** A number in Arabic-Indic digits. */
export function arabicNumber(number: number): string {
  return digits.format(number);
}

/** A label with the place that its button leads to, if there is one. */
export function positioned(label: string, position: string | undefined): string {
  return position === undefined ? label : `${label} (${position})`;
}

/** An ISO date (`2025`, `2025-10`, `2025-10-31`) as a reader writes it, as exactly as it is known; what is no date stays as it is. */
export function writtenDate(iso: string, locale: "ar-EG-u-nu-arab" | "en-GB"): string {
  const date = /^\d{4}(-\d{2}){0,2}$/.test(iso)
    ? new Date(`${iso}T00:00Z`.replace(/^(\d{4})T/, "$1-01-01T").replace(/^(\d{4}-\d{2})T/, "$1-01T"))
    : undefined;
  if (date === undefined || Number.isNaN(date.getTime())) return iso;
  return dateFormat(locale, iso.split("-").length).format(date);
}

/** By locale and by how many parts of the date are known: making a format costs more than all the rest of a reply. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(locale: string, parts: number): Intl.DateTimeFormat {
  const key = `${locale} ${parts}`;
  let format = dateFormats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, {
      year: "numeric",
      ...(parts > 1 && { month: "long" }),
      ...(parts > 2 && { day: "numeric" }),
      timeZone: "UTC",
    });
    dateFormats.set(key, format);
  }
  return format;
}

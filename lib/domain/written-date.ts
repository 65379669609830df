const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = String.raw`(?<month>${MONTHS.join("|")})[a-z]*\.?`;
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`;
const FORMS = [
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?:$|[T ,(])/,
  new RegExp(String.raw`^${DAY}[ -]${MONTH},?[ -](?<year>\d{4})\b`, "i"),
  new RegExp(String.raw`^${MONTH} ${DAY},? (?<year>\d{4})\b`, "i"),
];
const SPAN = /^(\d{1,3})\s*(day|week|month|year)s?$/i;

/**
 * A date as people write it, as `YYYY-MM-DD`; null for other texts and for dates that no calendar has. `03/04/2026` is
 * null: nobody can tell the day from the month.
 */
export function readDate(text: string): string | null {
  for (const form of FORMS) {
    const { year, month, day } = form.exec(text.trim())?.groups ?? {};
    if (!year || !month || !day) continue;
    const date = `${year}-${monthNumber(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
    return toIso(new Date(`${date}T00:00:00Z`)) === date ? date : null;
  }
  return null;
}

/** The day that lies "6 months" after a `YYYY-MM-DD`; null when the span is none. */
export function addSpan(date: string, span: string): string | null {
  const [, count = "", unit = ""] = SPAN.exec(span.trim()) ?? [];
  const start = new Date(`${date}T00:00:00Z`);
  if (count === "") return null;
  const days = { day: 1, week: 7 }[unit.toLowerCase()];
  if (days) start.setUTCDate(start.getUTCDate() + Number(count) * days);
  else start.setUTCMonth(start.getUTCMonth() + Number(count) * (unit.toLowerCase() === "year" ? 12 : 1));
  return toIso(start);
}

function toIso(date: Date): string | null {
  return Number.isNaN(date.getTime()) ? null : date.toISOString().slice(0, 10);
}

function monthNumber(month: string): string {
  const index = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
  return index < 0 ? month : String(index + 1);
}

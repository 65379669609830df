const DAY = "\\d{4}-\\d{2}-\\d{2}";
const NAME = "last[ _-]?(?:updated|modified)";

/** A row of a table, a bold key with its value, or a key of the front matter; each with a day and nothing behind it. */
const PLACES: readonly RegExp[] = [
  new RegExp(
    String.raw`^([ \t]*\|[ \t]*(?:\*\*)?${NAME}:?(?:\*\*)?:?[ \t]*\|[ \t]*)${DAY}([ \t]*\|[ \t]*)$`,
    "im",
  ),
  new RegExp(String.raw`^([ \t]*(?:[-*+][ \t]+)?\*\*${NAME}(?::\*\*|\*\*:)[ \t]*)${DAY}([ \t.]*)$`, "im"),
];
const FRONT_MATTER = new RegExp(
  String.raw`^(---\r?\n(?:(?!---).*\r?\n)*?${NAME}:[ \t]*["']?)${DAY}(["']?[ \t]*\r?\n)`,
  "i",
);

/**
 * The text with today's day where it says when it was last updated; unchanged when it says so nowhere, or not as a
 * day. Only the first table row or bold key counts, so that a change log keeps its days.
 * @param today `YYYY-MM-DD`
 */
export function withLastUpdated(source: string, today: string): string {
  if (FRONT_MATTER.test(source)) return source.replace(FRONT_MATTER, `$1${today}$2`);
  const place = PLACES.find((each) => each.test(source));
  return place ? source.replace(place, `$1${today}$2`) : source;
}

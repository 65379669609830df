/**
 * The text without the signs at its end. In time of its length: a regular expression like `/-+$/` tries each sign of
 * each run anew, and a text of 40 KB keeps it busy for seconds.
 */
export function trimEndOf(text: string, isSign: (sign: string) => boolean): string {
  let end = text.length;
  while (end > 0 && isSign(text[end - 1] ?? "")) end--;
  return text.slice(0, end);
}

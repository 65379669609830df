/**
 * An author's words as they may stand on a terminal: what would move the cursor, change colours or turn the order of
 * signs round is shown by its number. Line ends become blanks.
 */
export function printable(text: string): string {
  return text
    .replace(/[\r\n\t]+/g, " ")
    .replace(
      /[\p{Cc}\p{Bidi_Control}\u200B\u2060\uFEFF]/gu,
      (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`,
    );
}

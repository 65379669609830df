/** The words of a list that is written as text, between blanks or over several lines. */
export function wordList(text: string | undefined): string[] {
  return (text ?? "").split(/\s+/).filter((word) => word !== "");
}

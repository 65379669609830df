/** Postgres keeps neither NUL nor half of a surrogate pair; text with one is refused at the edge. */
export function isStorable(text: string): boolean {
  return !text.includes("\0") && !/\p{Surrogate}/u.test(text);
}

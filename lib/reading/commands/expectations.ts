const EXPECTATION =
  /^(?:expect(?:ed|s)?(?:\s+(?:output|result|response|value|to see))?\s*(?::|=|->|→)\s*|(?:sample |example )?(?:output|result|response|returns?|prints|outputs?)\s*(?::|→|->)\s*|(?:→|=>|->|⇒)\s*|returns\s+)(.+)$/i;
const NAMED = /^expect(?:ed|s)?\s+(\S.*)$/i;
const BARE =
  /^(?:expect(?:ed|s)?(?:\s+(?:output|result|response|value))?|(?:sample |example )?output|result)\s*:?$/i;

/**
 * What a comment announces as the result of the command above it, without its outer quotes; null when the comment
 * says something else. An announcement with nothing behind it gives an empty text: the lines below hold the result.
 */
export function readExpectation(comment: string): string | null {
  const text = comment.replace(/^\s*(?:#+|--)\s*/, "").trim();
  if (BARE.test(text)) return "";
  const found = EXPECTATION.exec(text)?.[1] ?? NAMED.exec(text)?.[1];
  return found === undefined ? null : unquote(found.trim());
}

/** Takes the outermost pair of quotes off, however many stand inside. */
function unquote(text: string): string {
  const first = text[0] ?? "";
  return text.length >= 2 && "\"'`".includes(first) && text.endsWith(first) ? text.slice(1, -1) : text;
}

/** A value that is worth comparing: code, a quoted text, a number, or a word that names a state. */
const VALUE = String.raw`(?:\x60[^\x60]+\x60|"[^"]+"|“[^”]+”|\d[\d.,]*\s?%?|(?:HTTP\s)?[1-5]\d\d(?:\s(?:OK|Created|Accepted))?|Running|Ready|Healthy|Active|Up|Green|OK|Completed?|Succeeded|Success|Bound|Available|Connected|Synced|true|false|empty|zero|0)`;
const COMPARED = String.raw`(?:below|under|above|over|less than|more than|fewer than|at least|at most|no more than|greater than|lower than|[<>≤≥]=?)\s*\x60?[~$]?\d[\d.,]*\x60?\s?(?:%|ms|s|sec(?:onds?)?|min(?:utes?)?|[kMGT]i?B|[a-z]+\/s(?:ec)?)?(?![\w.]*\w)`;
const WORDS = String.raw`(?:should|must|will|shall)\s+(?:now\s+|all\s+|again\s+)?`;
const SAYS = String.raw`(?:returns?|reports?|shows?|prints?|says?|outputs?|reads?|responds?\swith|answers?(?:\swith)?|equals?|displays?)`;
const STAYS = String.raw`(?:drops?|falls?|stays?|remains?|goes|rises?|is|are|be)\s+(?:back\s+)?`;

const rules: readonly RegExp[] = [
  /\bexpect(?:ed)?(?:\s+(?:output|result|value|response))?\s*[:=]\s*([^.;()]+)/iu,
  new RegExp(
    String.raw`\b(?:${WORDS})(?:${SAYS}|be|have|see)\s+(?:a\s|an\s|the\s|status\s|in\s)*(${VALUE})(?![\w-])`,
    "iu",
  ),
  new RegExp(
    String.raw`(?<!\b(?:that|which|it)\s)\b${SAYS}\s+(?:a\s|an\s|the\s|status\s)*(${VALUE})(?![\w-])`,
    "iu",
  ),
  new RegExp(String.raw`\b(?:${WORDS})?${STAYS}(${COMPARED})`, "iu"),
  /\b(?:check|verify|confirm|ensure|make sure|validate)\b[^.;]{0,120}?\b(?:is|are)\s+(\x60[^\x60]+\x60)(?=\s*(?:$|[.,;)]))/iu,
];

/** A condition or a question says what may be, not what is to come out. */
const CLAUSE = /\b(?:if|when|whenever|unless|whether|in case)\b[^,:.;]*/giu;

/**
 * The result that a step's words announce: "returns `healthy`", "drops below 1%", "should be `Running`". Code in the
 * words stands in back-ticks. Null when they announce none; a condition ("if it returns 500") announces nothing.
 */
export function readExpected(words: string): string | null {
  const plain = words.replace(CLAUSE, " ");
  for (const rule of rules) {
    const value = rule.exec(plain)?.[1];
    if (value) return tidy(value);
  }
  return null;
}

function tidy(value: string): string {
  const text = value.replace(/\s+/g, " ").trim();
  const quoted = /^(?:`([^`]+)`|"([^"]+)"|“([^”]+)”)$/.exec(text);
  return (quoted?.slice(1).find(Boolean) ?? text.replaceAll("`", "")).replace(/[\s,]+$/, "");
}

const STRONG =
  /\b(?:use with (?:\w+ )?(?:caution|care)|proceed with (?:\w+ )?(?:caution|care)|be (?:very |extremely )?careful|careful!|with extreme (?:caution|care)|destructive|irreversibl[ey]|not reversible|can(?:not| ?not|'t|’t) be (?:undone|reversed|reverted|recovered)|no way back|data loss|lose (?:all |any )?data|permanently (?:delet|remov|eras|destroy|los)\w*|danger!|dangerous!|danger zone|point of no return)/i;
const HEAD = /(?:^|[\s*_>([])(?:danger|dangerous|caution|warning)\b[*_]*\s*(?::|!|—|–|-\s)/i;
const DANGER = /(?:^|[\s*_>([])danger\b[*_]*\s*[:!]/i;
const SIGN = /[⚠🚨☠⛔]/u;

/** "non-destructive", "not dangerous", "without data loss". */
const DENIED =
  /\b(?:non|not|isn't|isn’t|never|no|without|avoids?|prevents?)[\s-]+(?:\w+\s+)?(?:destructive|dangerous|data loss|risk)/i;

/** A comment of a statement warns of it: "use with caution!", "DANGER:", ⚠. Soft words ("make sure") do not. */
export function isMarkedInComment(comment: string): boolean {
  if (SIGN.test(comment) || HEAD.test(comment)) return true;
  return STRONG.test(comment) && !DENIED.test(comment);
}

/** The paragraph right before a block warns of what it does; one that leads up to a dry run does not. */
export function isMarkedBefore(paragraph: string): boolean {
  if (DENIED.test(paragraph) || /\bdry[- ]?run\b/i.test(paragraph)) return false;
  return SIGN.test(paragraph) || DANGER.test(paragraph) || STRONG.test(paragraph);
}

const STRONG =
  /\b(?:use with (?:\w+ )?(?:caution|care)|proceed with (?:\w+ )?(?:caution|care)|be (?:very |extremely )?careful|careful!|with extreme (?:caution|care)|destructive|irreversibl[ey]|not reversible|can(?:not| ?not|'t|’t) be (?:undone|reversed|reverted|recovered)|no way back|data loss|lose (?:all |any )?data|permanently (?:delet|remov|eras|destroy|los)\w*|danger!|dangerous!|danger zone|point of no return)/i;
const HEAD = /(?:^|[\s*_>([])(?:danger|dangerous|caution|warning)\b[*_]*\s*(?::|!|—|–|-\s)/i;
const SIGN = /[⚠🚨☠⛔]/u;

/** A comment of a statement warns of it: "use with caution!", "DANGER:", ⚠. Soft words ("make sure") do not. */
export function isMarkedInComment(comment: string): boolean {
  return SIGN.test(comment) || HEAD.test(comment) || STRONG.test(comment);
}

/** The sentence right before a block warns of what it does, not of something else on the page. */
export function isMarkedBefore(sentence: string): boolean {
  if (
    /\b(?:non|not|isn't|isn’t|never|no)[\s-]+(?:\w+\s+)?(?:destructive|dangerous|data loss|risk)/i.test(
      sentence,
    )
  )
    return false;
  return (
    STRONG.test(sentence) || /(?:^|[\s*_>([])danger\b[*_]*\s*[:!]/i.test(sentence) || SIGN.test(sentence)
  );
}

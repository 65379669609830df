import type { Variable, VariableInput } from "@/lib/domain/document";
import { SINGLE_WORDS } from "../placeholders/placeholder-patterns";
import { innerText, styleOf } from "../placeholders/placeholder-tokens";
import { splitKey } from "./variable-roles";

/** The field that suits a variable. A date in another form than `YYYY-MM-DD` is typed as text. */
export function inputOf(variable: Variable): VariableInput {
  if (variable.isSecret) return "secret";
  if (variable.choices.length > 0) return "choice";
  const word = splitKey(variable.key)[0].toLowerCase().replaceAll("_", "-");
  if (/^yyyy/.test(word)) {
    if (/^yyyy-mm-dd$/.test(word)) return "date";
    return /^yyyy-mm-dd[t-]?hh:mm/.test(word) ? "timestamp" : "text";
  }
  if (/(?:^|-)date$/.test(word)) return "date";
  return /(?:^|-)(?:timestamp|datetime|date-time|rfc3339|iso8601|(?:start|end|from|to|since|until)-time)$/.test(
    word,
  )
    ? "timestamp"
    : "text";
}

/** The values that `[dev/staging/production]` and `<a|b>` offer; none for a path and for `[owner/repo]`. */
export function choicesIn(token: string): string[] {
  const style = styleOf(token);
  const inner = innerText(token);
  if (style === "dollar" || /\be\.g\.|^\/|^path\/to|\/$|:\/\//.test(inner)) return [];
  const isBarred = style === "angle" || inner.includes("|");
  const parts = inner.split(isBarred ? "|" : "/").map((part) => part.trim());
  if (parts.length < 2 || !parts.every((part) => /^[\w. -]+$/.test(part))) return [];
  return !isBarred && parts.some(isNoun) ? [] : parts;
}

/** A word that stands for a value rather than being one. */
function isNoun(part: string): boolean {
  return SINGLE_WORDS.has(part.toLowerCase()) || /[-_ ](?:name|id)$/i.test(part);
}

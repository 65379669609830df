import { type SqlContext, sqlContexts } from "../sql/sql-lexer";
import type { HolePlace } from "./hole-context";
import type { Inner } from "./inner-place";
import type { Span } from "./shell-arguments";

const NAME_FOLLOWS =
  /\b(?:from|join|into|update|table|index|view|schema|role|user|database|only)\s+(?:if\s+(?:not\s+)?exists\s+)?(?:\w+\.)?$/i;
const VALUE_FOLLOWS =
  /(?:[=<>]|\b(?:like|ilike|between|and|in\s*\(|values\s*\(|password|any\s*\(|interval)|\bin\s*\([^()]*,|\bvalues\s*\([^()]*,)\s*$/i;

/** Where a placeholder of SQL text stands. */
export function sqlHolePlace(text: string, hole: Span, contexts: readonly SqlContext[]): HolePlace {
  const context = contexts[hole.start] ?? "bare";
  const before = text.slice(Math.max(0, hole.start - 200), hole.start);
  // MySQL reads a backslash in a string as an escape, PostgreSQL does not: no quoting serves both.
  if (context === "string") return { context: "sql-string", forbidden: "\\" };
  if (context === "identifier") return { context: "sql-quoted", forbidden: "\\" };
  if (context !== "bare") return { context: "word" };
  // To MySQL `'it\'s'` is one string, and what looks bare may stand in it; a back-tick opens a name there.
  if (/\\'|`/.test(text.slice(0, hole.start))) return { context: "word" };
  const isGlued = /[\w$.'"-]$/.test(before) || /[\w$.'"]/.test(text[hole.end] ?? "");
  if (NAME_FOLLOWS.test(before)) return { context: "sql-identifier" };
  if (!isGlued && VALUE_FOLLOWS.test(before)) return { context: "sql-value", forbidden: "\\" };
  return isGlued ? { context: "sql-bare", forbidden: "-" } : { context: "sql-bare" };
}

/** The same for SQL within a command. */
export function sqlPlaceIn(text: string, hole: Span): Inner {
  const { context, forbidden } = sqlHolePlace(text, hole, sqlContexts(text));
  return {
    contexts: [context],
    ...(forbidden ? { forbidden } : {}),
    ...(context === "word" ? { isWord: true } : {}),
  };
}

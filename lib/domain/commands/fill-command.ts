import type { CopyUnit, Hole, HoleContext } from "../document";
import { nameOfSign } from "./character-names";
import { quoteValue } from "./quote-value";
import { findUnseen } from "./suspicious-signs";

export type FillResult = {
  text: string;
  /** Keys of variables without a value that the command needs. */
  open: string[];
  /** Values that cannot stand where the command wants them; their placeholders stay. */
  refused: { variable: string; reason: string }[];
};

type Written = { text: string } | { reason: string };

const WANTED: Partial<Record<HoleContext, string>> = {
  word: "Quotes cannot protect a value here, so it may hold letters, digits and . _ - + : / @ only.",
  "sql-bare": "SQL wants a number or a plain name here.",
  url: "An address would drop `.` and `..` with the part before.",
  "url-host": "The name of a host or a number is wanted here.",
};

/**
 * Writes values into a command, each quoted for the place where it stands. An empty value is no value. A value that
 * could mean more than itself is refused rather than bent: the placeholder stays and the reason is given.
 */
export function fillCommand(unit: CopyUnit, values: Readonly<Record<string, string>>): FillResult {
  const open = new Set<string>();
  const refused = new Map<string, string>();
  let text = "";
  let at = 0;
  for (const hole of unit.holes) {
    if (hole.isComputed) continue;
    const value = Object.hasOwn(values, hole.variable) ? (values[hole.variable] ?? "") : "";
    const written = value === "" ? { text: hole.token } : write(value, hole, unit.text);
    if (value === "" && !hole.optional) open.add(hole.variable);
    if ("reason" in written) refused.set(hole.variable, written.reason);
    text += unit.text.slice(at, hole.start) + ("text" in written ? written.text : hole.token);
    at = hole.end;
  }
  return {
    text: text + unit.text.slice(at),
    open: [...open],
    refused: [...refused].map(([variable, reason]) => ({ variable, reason })),
  };
}

/** Quotes from the innermost language outwards. */
function write(value: string, hole: Hole, text: string): Written {
  const reason = reasonAgainst(value, hole);
  if (reason !== null) return { reason };
  let written = value;
  for (const context of [...(hole.inner ?? []), hole.context]) {
    // `echo 2>file` is another command than `echo '2'>file`.
    const isHandle = context === "shell-bare" && /^\d+$/.test(written) && /[<>]/.test(text[hole.end] ?? "");
    const quoted = isHandle ? `'${written}'` : quoteValue(written, context);
    if (quoted === null) return { reason: WANTED[context] ?? "This value cannot be written safely here." };
    written = quoted;
  }
  return { text: written };
}

function reasonAgainst(value: string, hole: Hole): string | null {
  if (/[\n\r]/.test(value)) return "The value holds a line break, and a command is one line here.";
  const unseen = findUnseen(value);
  if (unseen !== null) {
    return `The value holds a character that cannot be seen, ${nameOfSign(unseen)}. Type it anew.`;
  }
  const sign = [...(hole.forbidden ?? "")].find((char) => value.includes(char));
  if (sign !== undefined) {
    const name = sign === " " ? "a blank" : sign;
    return `The value holds ${name}, which has a meaning of its own inside this command.`;
  }
  if (hole.opensWord && value.startsWith("-")) {
    return "The value begins with a hyphen, so the command would take it for an option.";
  }
  // Several values of a line could make up the word together.
  if (hole.terminator?.includes(value.trim())) {
    return `The value could end the text that goes up to ${hole.terminator}, and the rest would run.`;
  }
  return null;
}

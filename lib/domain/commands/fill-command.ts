import type { CopyUnit, Hole } from "../document";
import { quoteValue } from "./quote-value";

export type FillResult = {
  text: string;
  /** Keys of variables without a value that the command needs. */
  open: string[];
  /** Values that cannot stand where the command wants them; their placeholders stay. */
  refused: { variable: string; reason: string }[];
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
    const value = Object.hasOwn(values, hole.variable) ? (values[hole.variable] ?? "") : "";
    let written = hole.token;
    if (value === "") {
      if (!hole.optional) open.add(hole.variable);
    } else {
      const reason = reasonAgainst(value, hole, unit.text);
      const quoted = reason === null ? quoteValue(value, hole.context) : null;
      if (quoted === null) refused.set(hole.variable, reason ?? "This value cannot be written safely here.");
      else written = quoted;
    }
    text += unit.text.slice(at, hole.start) + written;
    at = hole.end;
  }
  return {
    text: text + unit.text.slice(at),
    open: [...open],
    refused: [...refused].map(([variable, reason]) => ({ variable, reason })),
  };
}

// Control characters run or edit a pasted line; the others are not seen or turn the reading order.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/u;

function reasonAgainst(value: string, hole: Hole, text: string): string | null {
  if (/[\n\r]/.test(value)) return "The value holds a line break, and a command is one line here.";
  if (UNSEEN.test(value)) return "The value holds a character that cannot be seen. Type it anew.";
  const sign = [...(hole.forbidden ?? "")].find((char) => value.includes(char));
  if (sign !== undefined) {
    const name = sign === " " ? "a blank" : sign;
    return `The value holds ${name}, which has a meaning of its own inside this command.`;
  }
  if (value.startsWith("-") && hole.context.startsWith("shell") && beginsWord(text, hole.start)) {
    return "The value begins with a hyphen, so the command would take it for an option.";
  }
  return null;
}

/** Quotes around the whole word do not keep an option from being one. */
function beginsWord(text: string, start: number): boolean {
  return /(?:^|[\s;&|(])["']?$/.test(text.slice(Math.max(0, start - 2), start));
}

import type { CopyUnit, HiddenCharacter } from "../document";
import { nameOfSign } from "./character-names";
import { readSigns, type Sign } from "./suspicious-signs";

/**
 * Puts right what a reader cannot see or takes for something else, and names it. Where only a person can tell what was
 * meant (a joiner between two digits, a Cyrillic letter in a Latin word) the text keeps the character. Accents, other
 * scripts and emoji are honest text and stay as they are.
 */
export function cleanCommand(text: string): { text: string; hidden: HiddenCharacter[] } {
  const signs = readSigns(text);
  return { text: replace(text, signs, (sign) => sign.replacement), hidden: signs.map(toHidden) };
}

/** Nothing is copied at one press: somebody has to say which of the two texts is meant. */
export function isWithheld(unit: Pick<CopyUnit, "hidden">): boolean {
  return unit.hidden.some((hidden) => hidden.replacement === null);
}

/** The other text of the choice: the doubtful characters as they look, placeholders where they stand then. */
export function settleDoubts<T extends CopyUnit>(unit: T): T {
  const signs = readSigns(unit.text).filter((sign) => sign.replacement === null);
  const move = (offset: number) =>
    signs.reduce(
      (at, { start, end, guess }) => (end <= offset ? at + guess.length - (end - start) : at),
      offset,
    );
  return {
    ...unit,
    text: replace(unit.text, signs, (sign) => sign.guess),
    holes: unit.holes.map((hole) => ({ ...hole, start: move(hole.start), end: move(hole.end) })),
  };
}

/** The text in pieces for drawing: honest text, and each hidden character with what is shown in its place. */
export function drawHidden(
  text: string,
  hidden: readonly HiddenCharacter[],
): { text: string; hidden: HiddenCharacter | null }[] {
  const pieces: { text: string; hidden: HiddenCharacter | null }[] = [];
  let at = 0;
  for (const one of hidden) {
    if (one.start > at) pieces.push({ text: text.slice(at, one.start), hidden: null });
    const written = text.slice(one.start, one.end);
    const isSeen = one.kind === "look-alike" || one.kind === "quote";
    pieces.push({ text: isSeen ? written : codeOf(written), hidden: one });
    at = one.end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hidden: null });
  return pieces;
}

function codeOf(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function replace(text: string, signs: readonly Sign[], by: (sign: Sign) => string | null): string {
  let out = "";
  let at = 0;
  for (const sign of signs) {
    out += text.slice(at, sign.start) + (by(sign) ?? sign.char);
    at = sign.end;
  }
  return out + text.slice(at);
}

function toHidden({ start, end, char, kind, replacement }: Sign): HiddenCharacter {
  return { start, end, kind, replacement, name: nameOfSign(char) };
}

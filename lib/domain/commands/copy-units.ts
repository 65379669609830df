import type { CommandBlock, CopyUnit, HiddenCharacter, Hole } from "../document";
import { statementsOf } from "./statements-of";

/** What one button copies. */
export type LiveUnit = CopyUnit & {
  /** One careless press must not copy it: a danger, or a whole that mixes what should be chosen from. */
  isGuarded: boolean;
};

/**
 * The parts of a document that can be copied, as the browser needs them: each block, its harmless part when it holds
 * more than that, and its statements. A block of alternatives is no unit: pasting all of them is never meant. A statement that is the whole block has no button of its own and stays out.
 * Units that were made before go through unchanged.
 */
export function toCopyUnits(commands: readonly (CommandBlock | LiveUnit)[]): LiveUnit[] {
  return commands.flatMap((command) => {
    if (!("parts" in command)) return [command];
    const statements = statementsOf(command);
    const harmless = harmlessPart(command);
    return [
      ...(hasOptions(command) ? [] : [trim(command, command.risk === "danger" || isMixed(command))]),
      ...(harmless ? [trim(harmless, false)] : []),
      ...(statements.length > 1
        ? statements.map((statement) => trim(statement, statement.risk === "danger"))
        : []),
    ];
  });
}

/**
 * The statements of a block that neither destroy nor disturb anything, as one text in their order; null when that is
 * all of the block or nothing of it. Alternatives are left out: nobody wants several of them.
 */
export function harmlessPart(block: CommandBlock): CopyUnit | null {
  if (!isMixed(block)) return null;
  const kept = statementsOf(block).filter(
    (statement) => !statement.isDisruptive && statement.part?.kind !== "option",
  );
  if (kept.length === 0) return null;
  let text = "";
  /** What the author wrote for it: hidden characters count in that. */
  let written = "";
  const holes: Hole[] = [];
  const hidden: HiddenCharacter[] = [];
  for (const statement of kept) {
    if (text !== "") text += "\n";
    if (written !== "") written += "\n";
    holes.push(...shift(statement.holes, text.length));
    hidden.push(...shift(statement.hidden, written.length));
    text += statement.text;
    written += statement.shown;
  }
  return {
    id: harmlessId(block),
    text,
    holes,
    risk: kept.some((statement) => statement.risk === "change") ? "change" : "read",
    riskReason: kept.find((statement) => statement.riskReason !== null)?.riskReason ?? null,
    riskTarget: kept.find((statement) => statement.riskTarget !== null)?.riskTarget ?? null,
    isDisruptive: false,
    hidden,
  };
}

function shift<Span extends { start: number; end: number }>(spans: readonly Span[], by: number): Span[] {
  return spans.map((span) => ({ ...span, start: span.start + by, end: span.end + by }));
}

/** Id of the harmless part of a block. */
export function harmlessId(block: { id: string }): string {
  return `${block.id}.harmless`;
}

/** Holds several alternatives, of which one is meant. */
function hasOptions(block: CommandBlock): boolean {
  const ordinals = statementsOf(block).flatMap(({ part }) => (part?.kind === "option" ? [part.ordinal] : []));
  return new Set(ordinals).size > 1;
}

/** Harmless beside disturbing statements, or alternatives of which one is meant. */
export function isMixed(block: CommandBlock): boolean {
  const statements = statementsOf(block);
  if (statements.length < 2) return false;
  const disturbing = statements.filter((statement) => statement.isDisruptive).length;
  return hasOptions(block) || (disturbing > 0 && disturbing < statements.length);
}

function trim(unit: CopyUnit, isGuarded: boolean): LiveUnit {
  const { id, text, holes, risk, riskReason, riskTarget, isDisruptive, hidden } = unit;
  return { id, text, holes, risk, riskReason, riskTarget, isDisruptive, hidden, isGuarded };
}

import type { CommandBlock, CopyUnit } from "@/lib/domain/document";

/**
 * The parts of a document that the browser needs for copying. A statement that is the whole block has no button of
 * its own and stays out; so do kinds, labels and expectations, which stand in the HTML.
 */
export function toCopyUnits(commands: readonly (CommandBlock | CopyUnit)[]): CopyUnit[] {
  return commands.flatMap((command) => {
    const statements = "parts" in command ? statementsOf(command) : [];
    return [command, ...(statements.length > 1 ? statements : [])].map(trim);
  });
}

function statementsOf(block: CommandBlock): CopyUnit[] {
  return block.parts.flatMap((part) => (part.type === "statement" ? [part.statement] : []));
}

function trim(unit: CopyUnit): CopyUnit {
  const { id, text, holes, risk, riskReason, riskTarget, isDisruptive, hidden } = unit;
  return { id, text, holes, risk, riskReason, riskTarget, isDisruptive, hidden };
}

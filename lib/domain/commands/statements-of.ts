import type { CommandBlock, Statement } from "../document";

/** The statements of a block in their order, without the notes and output between them. */
export function statementsOf(block: Pick<CommandBlock, "parts">): Statement[] {
  return block.parts.flatMap((part) => (part.type === "statement" ? [part.statement] : []));
}

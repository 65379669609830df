import type { CommandBlock, Statement } from "@/lib/domain/document";

export function statementsOf(block: CommandBlock): Statement[] {
  return block.parts.flatMap((part) => (part.type === "statement" ? part.statement : []));
}

import type { BlockPart, CopyUnit, Statement } from "@/lib/domain/document";

const plain = { riskTarget: null, isDisruptive: false, hidden: [] };

/** A text that is shown and copied as it stands: one statement, no risk. */
export function plainParts(
  id: string,
  text: string,
  copied = text,
): Omit<CopyUnit, "id"> & { parts: BlockPart[] } {
  const unit = { text: copied, holes: [], risk: "read" as const, riskReason: null, ...plain };
  const statement: Statement = {
    ...unit,
    id: `${id}.1`,
    language: "text",
    label: null,
    shown: text,
    expected: null,
    isEndless: false,
    part: null,
  };
  return { ...unit, parts: [{ type: "statement", statement }] };
}

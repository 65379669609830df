import { createHash } from "node:crypto";
import type { StepKind } from "@/lib/domain/document";

/**
 * Gives each step an id from its section, its words and how often they occur there, so that a step keeps it while
 * others come and go. Items of lists have the hash of their words alone, since runs are pinned to these; every other
 * kind is counted apart from them.
 */
export class StepIds {
  private readonly counts = new Map<string, number>();
  private readonly taken = new Set<string>();

  next(step: { kind: StepKind; sectionId: string | null; text: string; written: string }): {
    id: string;
    isRepeated: boolean;
  } {
    const isItem = step.kind === "task" || step.kind === "numbered";
    const words = isItem ? step.text : `${step.kind}\n${step.text}`;
    const hash = createHash("sha256").update(words).digest("hex").slice(0, 8);
    const base = step.written || `${step.sectionId ?? "start"}.${hash}`;
    let count = (this.counts.get(base) ?? 0) + 1;
    const isRepeated = count > 1;
    let id = count === 1 ? base : `${base}-${count}`;
    // An author may have written the very id that a repetition would get.
    for (; this.taken.has(id); id = `${base}-${count}`) count += 1;
    this.counts.set(base, count);
    this.taken.add(id);
    return { id, isRepeated };
  }
}

import { createHash } from "node:crypto";
import type { Element } from "hast";
import type { Problem, StepKind } from "@/lib/domain/document";
import { columnOf, lineOf } from "@/lib/reading/hast";

type Named = { kind: StepKind; sectionId: string | null; text: string };

/**
 * Gives each step an id from its section, its words and how often they occur there, so that a step keeps it while
 * others come and go. Items of lists have the hash of their words alone, since runs are pinned to these; every other
 * kind is counted apart from them.
 */
export class StepIds {
  private readonly counts = new Map<string, number>();
  private readonly taken = new Set<string>();

  /** The id that an author gave to an element, or else one made of its words; the same id twice is reported. */
  nextOf(node: Element, step: Named, problems: Problem[]): string {
    const written = String(node.properties.dataAuthorId ?? "").replace(/[^\w.-]/g, "-");
    if (written === "") return this.next(step);
    const { id, isRepeated } = this.free(written);
    if (isRepeated) {
      problems.push({
        line: lineOf(node),
        column: columnOf(node),
        rule: "step-id-repeated",
        severity: "warning",
        message: `Two steps have the id “${written}”; the later one is called “${id}”.`,
      });
    }
    return id;
  }

  next({ kind, sectionId, text }: Named): string {
    const isItem = kind === "task" || kind === "numbered";
    const words = isItem ? text : `${kind}\n${text}`;
    const hash = createHash("sha256").update(words).digest("hex").slice(0, 8);
    return this.free(`${sectionId ?? "start"}.${hash}`).id;
  }

  private free(base: string): { id: string; isRepeated: boolean } {
    let count = (this.counts.get(base) ?? 0) + 1;
    const isRepeated = count > 1;
    let id = isRepeated ? `${base}-${count}` : base;
    // An author may have written the very id that a repetition would get.
    while (this.taken.has(id)) {
      count += 1;
      id = `${base}-${count}`;
    }
    this.counts.set(base, count);
    this.taken.add(id);
    return { id, isRepeated };
  }
}

import type { Section } from "@/lib/domain/document";
import { phaseOf } from "@/lib/domain/phase";
import { sectionKindOf } from "@/lib/domain/section-kind";

/**
 * Says of each section what it is about and when in an incident it is done, its own or that of the section around it.
 * The title names the whole document and is no section of it, unless it is the name of an alert.
 */
export function classifySections(sections: readonly Section[]): Section[] {
  const isChapters = sections.length > 1 && sections.every((section) => section.depth === 1);
  const isTitled = sections[0]?.depth === 1 && !isChapters;
  const known = new Map<string, Section>();
  return sections.map((section, index) => {
    const own = sectionKindOf(section.text);
    const isTitle = isTitled && index === 0;
    const kind = isTitle && own !== "alert" ? "other" : own;
    const around = section.parentId === null ? undefined : known.get(section.parentId);
    const phase = isTitle ? null : phaseOf(section.text, kind);
    const inherited = kind === "runbook-validation" ? null : (around?.phase ?? null);
    const classified = { ...section, kind, phase: phase ?? inherited };
    known.set(section.id, classified);
    return classified;
  });
}

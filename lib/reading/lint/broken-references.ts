import type { Problem, Reference } from "@/lib/domain/document";
import { report } from "./report";

/**
 * Links that lead to nothing, as far as `isResolved` says so: sections of the same page at compile, other files once
 * somebody who knows them has looked (`resolveReferences`). A missing file leaves the reader without the procedure; a
 * missing section still opens the page, and a path in code may be of another repository.
 */
export function brokenReferences(references: readonly Reference[]): Problem[] {
  return references
    .filter((reference) => reference.isResolved === false)
    .map((reference) => {
      if (reference.kind === "section") {
        return report(
          "broken-reference",
          reference,
          `This page has no section #${reference.anchor}.`,
          "warning",
        );
      }
      const message = `${reference.target} is not among the known runbooks.`;
      return report("broken-reference", reference, message, reference.isPath ? "warning" : "error");
    });
}

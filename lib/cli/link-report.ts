import type { RunbookIndex } from "@/lib/domain/portal-leads";
import { resolveReference, resolveReferences } from "@/lib/domain/references";
import type { ImportedFile } from "@/lib/features/runbooks/import-file";
import { counted } from "./counted";
import { printable } from "./printable";

/** Where the links and paths between runbooks lead after an import, each with its place; none when there are none. */
export function linkReport(files: readonly ImportedFile[], index: RunbookIndex): string[] {
  const own = new Set(files.map(({ path }) => path));
  const links = files.filter(isShown).flatMap((file) => linksOf(file, index));
  const found = links.filter(({ path }) => path !== null);
  const lost = links.filter(({ path }) => path === null);
  if (links.length === 0) return [];
  const targets = new Set(found.flatMap(({ path }) => path ?? []));
  const others = [...targets].filter((path) => !own.has(path)).length;
  const among = others === 0 ? "" : `, ${others} of them not of this import`;
  return [
    `${counted(found.length, "link")} to ${counted(targets.size, "runbook")}${among}; ${lost.length} lead nowhere`,
    ...found.map(
      ({ place, target, path }) => `  ${place}  ${target} → /runbooks/${index.slugs.get(path ?? "")}`,
    ),
    ...lost.map(({ place, target }) => `  ${place}  ${target} leads nowhere`),
  ];
}

/** The text of another revision is on the page of a file that was not taken. */
function isShown({ outcome }: ImportedFile): boolean {
  return outcome !== "refused" && outcome !== "edited-in-portal";
}

type Link = { place: string; target: string; path: string | null };

/** The references of a file that lead to a runbook, or should. */
function linksOf({ path, compiled }: ImportedFile, { paths }: RunbookIndex): Link[] {
  return resolveReferences(compiled?.model.references ?? [], path, paths).flatMap((reference) => {
    if (reference.kind !== "runbook" && reference.kind !== "file") return [];
    if (reference.isResolved === null) return [];
    const { line, column, target } = reference;
    return {
      place: `${printable(path)}:${line}:${column}`,
      target: printable(target),
      path: resolveReference(reference, path, paths),
    };
  });
}

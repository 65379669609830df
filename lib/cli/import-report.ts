import type { RunbookIndex } from "@/lib/domain/portal-leads";
import type { ImportedFile, ImportOutcome } from "@/lib/features/runbooks/import-file";
import { counted } from "./counted";
import { fallbacksOf, isFallback, shownAs } from "./fallbacks";
import { linkReport } from "./link-report";
import { printable } from "./printable";
import { problemLine } from "./problem-line";

export type ImportResult = {
  files: readonly ImportedFile[];
  /** All runbooks of the portal after the import. */
  index: RunbookIndex;
  squad: { name: string; isNew: boolean };
  isDryRun: boolean;
};

const outcomes: Readonly<Record<ImportOutcome, string>> = {
  created: "created",
  updated: "updated",
  unchanged: "unchanged",
  "edited-in-portal": "edited in the portal",
  refused: "refused",
};

/** What became of an import, for people: files, fallbacks, links and images, each only when there is something to say, and the sum. */
export function importReport({ files, index, squad, isDryRun }: ImportResult): string {
  const parts = [
    fileRows(files),
    fallbackRows(files),
    imageRows(files),
    linkReport(files, index),
    sumRows(files, squad, isDryRun),
  ];
  return parts
    .filter((rows) => rows.length > 0)
    .map((rows) => rows.join("\n"))
    .join("\n\n");
}

/** What changed, and what was not taken. */
function fileRows(files: readonly ImportedFile[]): string[] {
  return files
    .filter(({ outcome }) => outcome !== "unchanged")
    .map(({ path, slug, outcome, note }) => {
      const word = outcomes[outcome].padEnd(9);
      return note === null
        ? `${word}  ${printable(path)}  /runbooks/${slug}`
        : `${word}  ${printable(path)}: ${printable(note)}`;
    });
}

function fallbackRows(files: readonly ImportedFile[]): string[] {
  return files.flatMap(({ path, compiled }) => {
    if (!compiled || !isFallback(compiled)) return [];
    const reasons = fallbacksOf(compiled).map((problem) => `  ${problemLine(problem)}`);
    return [`${printable(path)} is shown as ${shownAs[compiled.road]}:`, ...reasons];
  });
}

function imageRows(files: readonly ImportedFile[]): string[] {
  const kept = files.reduce((sum, { images }) => sum + images.kept, 0);
  const left = files.flatMap(({ path, images }) =>
    images.left.map((image) => `  ${printable(path)}  ${printable(image.path)}: ${image.reason}`),
  );
  if (kept === 0 && left.length === 0) return [];
  const behind = left.length === 0 ? "" : `; ${left.length} left behind:`;
  return [`${counted(kept, "image")} taken along${behind}`, ...left];
}

function sumRows(files: readonly ImportedFile[], squad: ImportResult["squad"], isDryRun: boolean): string[] {
  const counts = Object.entries(outcomes).map(
    ([outcome, word]) => `${files.filter((file) => file.outcome === outcome).length} ${word}`,
  );
  const read = files.flatMap(({ compiled }) => compiled ?? []);
  const fallen = read.filter(isFallback);
  const share = read.length === 0 ? 0 : (100 * fallen.length) / read.length;
  const asSource = fallen.filter(({ road }) => road === "source").length;
  const named = `Squad: ${printable(squad.name)}`;
  return [
    squad.isNew ? `${named} (new)` : named,
    `${counted(files.length, "file")}: ${counts.join(", ")}`,
    `Fell back: ${fallen.length} of ${read.length} (${share.toFixed(1)} %), ${fallen.length - asSource} shown as Markdown, ${asSource} as source text`,
    ...(isDryRun ? ["This was a dry run: nothing has changed."] : []),
  ];
}

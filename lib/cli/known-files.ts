import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { indexPaths, type PathIndex } from "@/lib/domain/references";
import { findFiles } from "@/lib/features/runbooks/find-files";

/** The runbooks that links may lead to, and the folder that their paths begin at. */
export type KnownFiles = { top: string; index: PathIndex };

/**
 * What the links of a file or folder may lead to: all runbooks of its Git checkout, since links lead out of the folder
 * that is looked at; without a checkout, those of the folder itself.
 */
export async function readKnownFiles(target: string, known: Map<string, KnownFiles>): Promise<KnownFiles> {
  const top = checkoutOf(target) ?? (statSync(target).isDirectory() ? target : path.dirname(target));
  const before = known.get(top);
  if (before) return before;
  const files = { top, index: indexPaths(await findFiles(top)) };
  known.set(top, files);
  return files;
}

function checkoutOf(target: string): string | null {
  for (let folder = path.resolve(target); ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, ".git"))) return folder;
    if (folder === path.dirname(folder)) return null;
  }
}

import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { CompiledRunbook, Problem, RunbookFormat } from "@/lib/domain/document";
import { formatOf } from "@/lib/domain/file-kinds";
import { findFiles } from "@/lib/features/runbooks/find-files";
import { compileRunbook } from "@/lib/mdx/compile-runbook";
import { CommandFailure } from "./command-failure";
import type { Terminal } from "./terminal";

/** A file to read: where it is, and the name that answers give it (forward slashes). */
export type RunbookPath = { place: string; name: string };

export type ReadRunbook = CompiledRunbook & { name: string; format: RunbookFormat; source: string };

/** Far more than any compile takes: a larger file is not even loaded. */
const MAX_BYTES = 32 * 1024 * 1024;

/** As many as the compiler has workers, and a few that wait. */
const AT_ONCE = 4;

/** The runbooks that a path names: a file of any name, or all runbooks below a folder. `prefix` is put before names. */
export async function listRunbooks(target: string, prefix = target): Promise<RunbookPath[]> {
  const found = await stat(target).catch((error: NodeJS.ErrnoException) => refuse(target, error));
  if (found.isFile()) return [{ place: target, name: slashes(target) }];
  if (!found.isDirectory()) throw new CommandFailure(`${target} is neither a file nor a folder.`, 2);
  const files = await findFiles(target).catch((error: NodeJS.ErrnoException) =>
    refuse(error.path ?? target, error),
  );
  return files.map((file) => ({
    place: path.join(target, file),
    name: slashes(path.join(prefix, file)),
  }));
}

/** Compiles files as the portal does, within its limits, in the order given. */
export async function readRunbooks(
  paths: readonly RunbookPath[],
  terminal: Terminal,
): Promise<ReadRunbook[]> {
  const results: ReadRunbook[] = [];
  let next = 0;
  let done = 0;
  const work = async () => {
    for (let at = next++; at < paths.length; at = next++) {
      const file = paths[at];
      if (file) results[at] = await readRunbook(file);
      done += 1;
      terminal.progress(`Reading ${done} of ${paths.length}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  terminal.progress("");
  return results;
}

async function readRunbook({ place, name }: RunbookPath): Promise<ReadRunbook> {
  const { size } = await stat(place).catch((error: NodeJS.ErrnoException) => refuse(name, error));
  if (size > MAX_BYTES) throw new CommandFailure(`${name} is larger than 32 MB: it is no runbook.`, 1);
  const bytes = await readFile(place).catch((error: NodeJS.ErrnoException) => refuse(name, error));
  if (bytes.includes(0)) throw new CommandFailure(`${name} is not a text file: it holds a zero byte.`, 1);
  const source = bytes.toString("utf8");
  const format = formatOf(name) ?? "md";
  const compiled = await compileRunbook({ source, format });
  const problems = [...notUtf8(bytes, source), ...compiled.problems];
  return { ...compiled, problems, name, format, source };
}

/** Names the first byte that is no UTF-8; the text has U+FFFD in its place. */
function notUtf8(bytes: Buffer, text: string): Problem[] {
  const again = Buffer.from(text);
  if (again.equals(bytes)) return [];
  const at = bytes.findIndex((byte, index) => byte !== again[index]);
  const before = bytes.subarray(0, at).toString("utf8").split("\n");
  return [
    {
      rule: "not-utf-8",
      severity: "error",
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
      message: "The file is not UTF-8 here, so signs of its text are lost: save it as UTF-8.",
    },
  ];
}

function refuse(name: string, error: NodeJS.ErrnoException): never {
  const reasons: Record<string, string> = {
    ENOENT: "There is no file or folder of this name",
    ENOTDIR: "There is no file or folder of this name",
    EACCES: "It may not be read",
    EPERM: "It may not be read",
  };
  throw new CommandFailure(
    `${name}: ${reasons[error.code ?? ""] ?? `It cannot be read (${error.code})`}.`,
    2,
  );
}

function slashes(file: string): string {
  return file.split(path.sep).join("/");
}

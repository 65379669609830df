import { readFile, stat } from "node:fs/promises";
import type { CompiledRunbook, Problem, RunbookFormat } from "@/lib/domain/document";
import { formatOf } from "@/lib/domain/file-kinds";
import type { LocalRiskWord } from "@/lib/domain/local-risk-words";
import { compileRunbook } from "@/lib/mdx/compile-runbook";
import { CommandFailure } from "./command-failure";
import { listRunbooks, type RunbookPath, refuseFile } from "./list-runbooks";
import type { Terminal } from "./terminal";

export type ReadRunbook = CompiledRunbook & RunbookPath & { format: RunbookFormat; source: string };

/** Far more than any compile takes: a larger file is not even loaded. */
const MAX_BYTES = 32 * 1024 * 1024;

/** As many as the compiler has workers, and a few that wait. */
const AT_ONCE = 4;

/** One file, compiled. Throws a CommandFailure for a folder and for a file that cannot be read. */
export async function readOneRunbook(
  target: string,
  riskWords: readonly LocalRiskWord[],
): Promise<ReadRunbook> {
  const [only] = await listRunbooks(target);
  if (only?.place !== target) throw new CommandFailure(`${target} is a folder: name one file.`, 2);
  return readRunbook(only, riskWords);
}

/**
 * Compiles files as the portal does, within its limits, in the order given. A file that cannot be read is complained
 * of and left out; `isWhole` is false then.
 */
export async function readRunbooks(
  paths: readonly RunbookPath[],
  riskWords: readonly LocalRiskWord[],
  terminal: Terminal,
): Promise<{ runbooks: ReadRunbook[]; isWhole: boolean }> {
  const results: (ReadRunbook | null)[] = paths.map(() => null);
  const waiting = paths.entries();
  let done = 0;
  const work = async () => {
    for (const [at, file] of waiting) {
      results[at] = await readRunbook(file, riskWords).catch((error: unknown) => {
        if (!(error instanceof CommandFailure)) throw error;
        terminal.complain(error.message);
        return null;
      });
      done += 1;
      terminal.progress(`Reading ${done} of ${paths.length}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  terminal.progress("");
  const runbooks = results.filter((result) => result !== null);
  return { runbooks, isWhole: runbooks.length === paths.length };
}

async function readRunbook(
  { place, name }: RunbookPath,
  riskWords: readonly LocalRiskWord[],
): Promise<ReadRunbook> {
  const { size } = await stat(place).catch((error: unknown) => refuseFile(name, error));
  if (size > MAX_BYTES) throw new CommandFailure(`${name} is larger than 32 MB: it is no runbook.`, 1);
  const bytes = await readFile(place).catch((error: unknown) => refuseFile(name, error));
  if (bytes.includes(0)) throw new CommandFailure(`${name} is not a text file: it holds a zero byte.`, 1);
  const source = bytes.toString("utf8");
  const format = formatOf(name) ?? "md";
  const compiled = await compileRunbook({ source, format, riskWords });
  const problems = [...notUtf8(bytes, source), ...compiled.problems];
  return { ...compiled, problems, place, name, format, source };
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

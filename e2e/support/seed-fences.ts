import { readFileSync } from "node:fs";

export type Fence = { line: number; expected: string };

/**
 * What copying each fence of a seed should give, read from the Markdown by the plainest rule that holds for these two
 * files: the text between the fences, without its indentation, without trailing blanks and without the lines that
 * announce output. Deliberately not made by the portal's own reader.
 */
export function fencesOf(file: string): Fence[] {
  const lines = readFileSync(file, "utf8").split("\n");
  const fences: Fence[] = [];
  for (let index = 0; index < lines.length; index++) {
    const open = /^(\s*)```\w+/.exec(lines[index] ?? "");
    if (!open) continue;
    const indent = open[1] ?? "";
    const start = index++;
    const body: string[] = [];
    while (index < lines.length && (lines[index] ?? "").trim() !== "```") body.push(lines[index++] ?? "");
    const kept = body
      .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line).trimEnd())
      .filter((line) => !/^# Expected /.test(line));
    fences.push({ line: start + 1, expected: kept.join("\n").trim() });
  }
  return fences;
}

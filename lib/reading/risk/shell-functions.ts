import { forEachChild, type ShellNode } from "../shell/shell-grammar";
import type { ShellText } from "../shell/shell-text";
import type { RiskFinding } from "./finding";

/** A function that the text defines; what it does is found out at its first call. */
export type ShellFunction = { body: string; finding: RiskFinding | null };
export type ShellFunctions = ReadonlyMap<string, ShellFunction>;

/** A block with more functions than this is a program; the others mean nothing to the reader. */
const MOST = 100;

/** The functions that shell texts define, by name; of two with one name the later. */
export function readFunctions(shells: readonly (ShellText | null)[]): ShellFunctions {
  const functions = new Map<string, ShellFunction>();
  for (const shell of shells) {
    if (!shell?.script || !/\(\s*\)|\bfunction\b/.test(shell.text)) continue;
    const { text } = shell;
    const visit = (node: ShellNode) => {
      // Text of escaped back-ticks counts its own offsets.
      if (node.type === "Script" && node.source !== undefined) return;
      if (node.type === "Function" && functions.size < MOST)
        functions.set(node.name.text, { body: text.slice(node.body.pos, node.body.end), finding: null });
      forEachChild(node, visit);
    };
    visit(shell.script);
  }
  return functions;
}

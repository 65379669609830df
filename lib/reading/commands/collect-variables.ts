import { isSecretName, isSecretPlace } from "@/lib/domain/commands/secret-names";
import type { CommandBlock, CopyUnit, Hole, Variable } from "@/lib/domain/document";
import { readAssignedNames, readCommands } from "../shell/shell-words";
import { innerText, styleOf } from "./placeholder-tokens";

/**
 * The values that the page asks for, in document order, and the blocks again: shell variables that an earlier block of
 * the page sets (`export IMAGE_TAG=…`) may stay as they are, so their holes are optional in the blocks given back.
 */
export function collectVariables(blocks: readonly CommandBlock[]): {
  variables: Variable[];
  blocks: CommandBlock[];
} {
  const variables = new Map<string, Variable>();
  const produced = new Set<string>();
  const known = blocks.map((block) => {
    const marked = markOptional(block, produced);
    for (const hole of block.holes) addUse(variables, hole, block);
    for (const name of namesSetBy(block)) produced.add(name);
    return marked;
  });
  for (const variable of variables.values()) {
    variable.isProduced = variable.style === "dollar" && produced.has(variable.key);
  }
  return { variables: [...variables.values()], blocks: known };
}

function namesSetBy(block: CommandBlock): Set<string> {
  const names = new Set<string>();
  for (const part of block.parts) {
    if (part.type !== "statement" || part.statement.language !== "shell") continue;
    for (const name of readAssignedNames(readCommands(part.statement.text))) names.add(name);
  }
  return names;
}

function markOptional(block: CommandBlock, produced: ReadonlySet<string>): CommandBlock {
  const isKnown = (hole: Hole) => styleOf(hole.token) === "dollar" && produced.has(hole.variable);
  if (!block.holes.some(isKnown)) return block;
  const mark = <T extends CopyUnit>(unit: T): T => ({
    ...unit,
    holes: unit.holes.map((hole) => (isKnown(hole) ? { ...hole, optional: true } : hole)),
  });
  return {
    ...mark(block),
    parts: block.parts.map((part) =>
      part.type === "statement" ? { ...part, statement: mark(part.statement) } : part,
    ),
  };
}

function addUse(variables: Map<string, Variable>, hole: Hole, block: CommandBlock): void {
  const found = variables.get(hole.variable) ?? newVariable(hole);
  variables.set(hole.variable, found);
  found.uses++;
  if (!found.tokens.includes(hole.token)) found.tokens.push(hole.token);
  found.example ??= exampleOf(hole.token);
  if (found.choices.length === 0) found.choices = choicesOf(hole.token);
  found.isSecret ||= isSecretPlace(block.text.slice(0, hole.start));
}

function newVariable(hole: Hole): Variable {
  const style = styleOf(hole.token);
  const role = hole.variable.split(":")[1];
  return {
    key: hole.variable,
    label: style === "dollar" ? hole.variable : (role ?? hole.variable),
    tokens: [],
    style,
    isSecret: isSecretName(hole.variable),
    choices: [],
    example: null,
    isProduced: false,
    uses: 0,
  };
}

/** `[dev/staging/production]` offers three values; a path does not. */
function choicesOf(token: string): string[] {
  const style = styleOf(token);
  const inner = innerText(token);
  if (style === "dollar" || /\be\.g\.|^\/|^path\/to|\/$|:\/\//.test(inner)) return [];
  const parts = inner.split(style === "angle" ? "|" : /[/|]/).map((part) => part.trim());
  return parts.length > 1 && parts.every((part) => /^[\w. -]+$/.test(part)) ? parts : [];
}

function exampleOf(token: string): string | null {
  const inner = innerText(token);
  const given = /\be\.g\.,?\s*(.+?)\)?$/.exec(inner)?.[1] ?? /\(default:? ([^)]+)\)$/.exec(inner)?.[1];
  return given?.trim() ?? null;
}

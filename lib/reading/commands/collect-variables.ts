import { isSecretName, isSecretPlace } from "@/lib/domain/commands/secret-names";
import type { CommandBlock, CopyUnit, Hole, Variable } from "@/lib/domain/document";
import { styleOf } from "../placeholders/placeholder-tokens";
import { mayAssign, readAssignedNames, readCommands } from "../shell/shell-words";
import { choicesIn, inputOf } from "./variable-input";
import { exampleIn, variableLabel } from "./variable-key";
import { splitKey, splitRoles } from "./variable-roles";

/**
 * The values that the page asks for, in document order, and the blocks again: shell variables that an earlier block of
 * the page sets (`export IMAGE_TAG=…`) may stay as they are, so their holes are optional in the blocks given back; a
 * word with two roles on the page is two variables there.
 */
export function collectVariables(blocks: readonly CommandBlock[]): {
  variables: Variable[];
  blocks: CommandBlock[];
} {
  const variables = new Map<string, Variable>();
  const produced = new Set<string>();
  const known = splitRoles(blocks).map((block) => {
    const marked = markOptional(block, produced);
    for (const hole of block.holes) addUse(variables, hole, block);
    for (const name of namesSetBy(block)) produced.add(name);
    return marked;
  });
  for (const variable of variables.values()) {
    variable.input = inputOf(variable);
    variable.isProduced = variable.style === "dollar" && produced.has(variable.key);
  }
  return { variables: [...variables.values()], blocks: known };
}

function namesSetBy(block: CommandBlock): Set<string> {
  const names = new Set<string>();
  for (const part of block.parts) {
    if (part.type !== "statement" || part.statement.language !== "shell") continue;
    if (!mayAssign(part.statement.text)) continue;
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
  found.example ??= exampleIn(hole.token);
  if (found.choices.length === 0) found.choices = choicesIn(hole.token);
  found.isSecret ||= isSecretPlace(block.text.slice(0, hole.start));
}

function newVariable(hole: Hole): Variable {
  const style = styleOf(hole.token);
  return {
    key: hole.variable,
    label: style === "dollar" ? hole.variable : (splitKey(hole.variable)[1] ?? variableLabel(hole.token)),
    tokens: [],
    style,
    isSecret: isSecretName(hole.variable),
    input: "text",
    choices: [],
    example: null,
    isProduced: false,
    uses: 0,
  };
}

import { statementsOf } from "@/lib/domain/commands/statements-of";
import type { CommandBlock, HiddenCharacter, Problem, Variable } from "@/lib/domain/document";
import { groupBy } from "@/lib/domain/group-by";
import { findPlace, placeOf, report, startOfLine } from "./report";

/** `$NAME` that the page reads and never sets: pasted into a fresh shell it would be empty. */
export function undefinedVariables(
  lines: readonly string[],
  variables: readonly Variable[],
  commands: readonly CommandBlock[],
): Problem[] {
  return variables
    .filter((variable) => variable.style === "dollar" && !variable.isProduced && isNeeded(variable, commands))
    .map((variable) => {
      const block = commands.find((item) => item.holes.some((hole) => hole.variable === variable.key));
      const token = variable.tokens[0] ?? `$${variable.key}`;
      return report(
        "undefined-variable",
        placeOf(lines, token, block?.line ?? 1),
        `${token} is read here, and no command of this page sets it.`,
      );
    });
}

/** Somewhere it is read without a default of its own (`${REGION:-eu}`). */
function isNeeded({ key }: Variable, commands: readonly CommandBlock[]): boolean {
  const holes = commands.flatMap((block) => block.holes.filter((hole) => hole.variable === key));
  return holes.some((hole) => !hole.optional || (hole.isComputed && !/^\$\{\w+:?\+/.test(hole.token)));
}

/** One token that stands for two values (`start=[timestamp]`, `end=[timestamp]`): the form asks twice. */
export function twoRoles(
  lines: readonly string[],
  variables: readonly Variable[],
  commands: readonly CommandBlock[],
): Problem[] {
  const byToken = groupBy(
    variables.filter((variable) => variable.style !== "dollar"),
    (variable) => variable.tokens[0] ?? "",
  );
  return [...byToken].flatMap(([token, roles]) => {
    if (roles.length < 2) return [];
    const second = commands.find((block) => block.holes.some((hole) => hole.variable === roles[1]?.key));
    const labels = roles.map(({ label }) => `“${label}”`).join(" and ");
    return report(
      "two-roles-of-one-placeholder",
      placeOf(lines, token, second?.line ?? 1),
      `${token} stands for different values here: ${labels}. A word of its own for each is clearer.`,
    );
  });
}

const SHELL = /^(?:bash|sh|shell|zsh|ksh|console|terminal|shell-session)$/;

/** SQL below a `psql` line in a shell fence: the portal parts them, other readers paste it into the shell. */
export function sqlInShellFences(lines: readonly string[], commands: readonly CommandBlock[]): Problem[] {
  return commands.flatMap((block) => {
    if (block.place !== "fence" || !SHELL.test(block.lang ?? "")) return [];
    const sql = statementsOf(block).find((statement) => statement.language === "sql");
    if (!sql) return [];
    const first = sql.shown.split("\n").find((line) => line.trim() !== "" && !/^\s*--/.test(line)) ?? "";
    return report(
      "sql-in-bash-fence",
      placeOf(lines, first.trim(), block.line),
      "This is SQL in a shell fence. A ```sql fence of its own is copied and coloured as what it is.",
    );
  });
}

/** Characters in commands that nobody sees, and such as are taken for others. */
export function hiddenCharacters(lines: readonly string[], commands: readonly CommandBlock[]): Problem[] {
  return commands.flatMap((block) => {
    let from = { line: block.line, column: 1 };
    return statementsOf(block).flatMap(({ shown, hidden }) =>
      hidden.map((character) => {
        const sign = shown.slice(character.start, character.end);
        const place = sign === "" ? null : findPlace(lines, sign, from);
        if (place) from = { line: place.line, column: place.column + sign.length };
        return report(ruleOf(character), place ?? startOfLine(lines, block.line), messageOf(character));
      }),
    );
  });
}

function ruleOf({ kind }: HiddenCharacter) {
  return kind === "bidi" || kind === "zero-width" || kind === "control"
    ? "hidden-characters"
    : "misleading-characters";
}

function messageOf({ name, replacement }: HiddenCharacter): string {
  if (replacement === null) return `This command holds a ${name}; only its author can tell what is meant.`;
  return replacement === ""
    ? `This command holds a ${name}; it is left out when copied.`
    : `This command holds a ${name}; “${replacement}” is copied in its place.`;
}

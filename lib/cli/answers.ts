import type { BlockKind, CommandBlock, Hole, RunbookModel } from "@/lib/domain/document";

/** What the reader makes of one code block, as the scorer of labelled runbooks takes it. */
export type Answer = {
  file: string;
  /** Number from 0 among all code blocks of the text, fenced and indented. */
  blockIndex: number;
  kind: BlockKind;
  copyText: string;
  placeholders: string[];
  envVars: string[];
  dangerous: boolean;
  disruptive: boolean;
};

/** One answer for each code block of a runbook, in the order of the text. */
export function answersOf(file: string, model: RunbookModel): Answer[] {
  return (
    model.commands
      .flatMap((block) =>
        block.index === null ? [] : [{ file, blockIndex: block.index, ...readingOf(block) }],
      )
      // The page has the blocks of footnotes at its end.
      .sort((a, b) => a.blockIndex - b.blockIndex)
  );
}

function readingOf(block: CommandBlock): Omit<Answer, "file" | "blockIndex"> {
  return {
    kind: block.kind,
    copyText: block.kind === "output" ? "" : block.text,
    placeholders: placeholdersOf(block.holes),
    envVars: envVarsOf(block.holes),
    dangerous: block.risk === "danger",
    disruptive: block.isDisruptive,
  };
}

/** Texts to be replaced by hand, as written, each once, in order. */
export function placeholdersOf(holes: readonly Hole[]): string[] {
  return [...new Set(holes.filter((hole) => !isShellVariable(hole)).map(({ token }) => token))];
}

/** Names of the shell variables that are read and not set here. */
export function envVarsOf(holes: readonly Hole[]): string[] {
  return [...new Set(holes.filter(isShellVariable).map(({ variable }) => variable))];
}

/** `$NAME` and `${NAME:-default}`; `${top-user}` stands for a name that no shell variable can have. */
function isShellVariable({ token, variable }: Hole): boolean {
  return (
    /^[A-Za-z_]\w*$/.test(variable) &&
    [`$${variable}`, `\${${variable}`, `\${#${variable}`].some((start) => token.startsWith(start))
  );
}

const SHELL = /^(?:ba|z|da|k|a)?sh$/;
const INTERPRETER = /^(?:python[\d.]*|ruby|node|deno|bun|perl|php|lua|Rscript|tsx|ts-node|elixir|osascript)$/;
/** Fish is among them: it reads a backslash in single quotes, which no quoting for a shell allows for. */
const CONSOLE = /^(?:irb|rails|gitlab-rails|mongo|mongosh|pwsh|powershell|fish)$/;

/** A shell that reads quotes as POSIX says; names stand without their folder here and below. */
export function isShell(program: string): boolean {
  return SHELL.test(program);
}

/** A program that runs files of code in its language. */
export function isInterpreter(program: string): boolean {
  return INTERPRETER.test(program);
}

/** A program that runs code given in a flag or on its input. */
export function runsCode(program: string): boolean {
  return INTERPRETER.test(program) || CONSOLE.test(program);
}

/** The place of the host among the words of `ssh …`, counted like `words`, for the `ssh` at `at`. */
export function hostOfSsh(words: readonly string[], at: number): number {
  let place = at + 1;
  while (words[place]?.startsWith("-"))
    place += /^-[BbcDEeFIiJLlmOopQRSWw]$/.test(words[place] ?? "") ? 2 : 1;
  return place;
}

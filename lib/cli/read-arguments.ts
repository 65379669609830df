import { parseArgs } from "node:util";
import type { Arguments, Command } from "./command";
import { CommandFailure } from "./command-failure";

/** Reads what stands behind a command's name. Throws a CommandFailure that says what is wrong with it. */
export function readArguments(command: Command, words: readonly string[]): Arguments {
  const options = Object.fromEntries(
    Object.entries(command.flags).map(([name, flag]) => [
      name,
      { type: flag.value ? ("string" as const) : ("boolean" as const) },
    ]),
  );
  const { tokens } = parseArgs({
    args: [...words],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const paths: string[] = [];
  const values = new Map<string, string | null>();
  for (const token of tokens) {
    if (token.kind === "positional") paths.push(token.value);
    if (token.kind === "option") values.set(token.name, checkFlag(command, token));
  }
  checkPaths(command, paths);
  return {
    paths,
    isOn: (flag) => values.has(flag),
    valueOf: (flag) => values.get(flag) ?? null,
  };
}

function checkFlag(
  command: Command,
  token: { name: string; rawName: string; value?: string | undefined },
): string | null {
  const flag = Object.hasOwn(command.flags, token.name) ? command.flags[token.name] : undefined;
  if (!flag) throw misuse(command, `does not know ${token.rawName}`);
  if (!flag.value) {
    if (token.value !== undefined) throw misuse(command, `takes ${token.rawName} without a value`);
    return null;
  }
  if (!token.value) throw misuse(command, `wants a value: ${token.rawName} ${flag.value}`);
  if (flag.choices && !flag.choices.includes(token.value)) {
    throw misuse(
      command,
      `takes ${token.rawName} as one of ${flag.choices.join(", ")}, not "${token.value}"`,
    );
  }
  return token.value;
}

function checkPaths(command: Command, paths: readonly string[]): void {
  const { least, most } = command.paths;
  if (paths.some((name) => name === "")) throw misuse(command, "was given an empty name of a file");
  if (paths.length < least) throw misuse(command, "wants the name of a file or folder");
  if (paths.length > most) throw misuse(command, `takes ${most === 1 ? "one name" : `${most} names`} only`);
}

function misuse(command: Command, what: string): CommandFailure {
  const usage = `Usage: runbook ${command.name} ${command.takes}`;
  return new CommandFailure(`runbook ${command.name} ${what}.\n${usage}`, 2);
}

import { readFileSync } from "node:fs";
import path from "node:path";
import { startCompiler } from "@/lib/mdx/compiler";
import type { Command, OpenStore } from "./command";
import { CommandFailure } from "./command-failure";
import { exportFolder } from "./export-folder";
import { helpOf, helpOfAll } from "./help";
import { importFolder } from "./import-folder";
import { inspect } from "./inspect";
import { lint } from "./lint";
import { readArguments } from "./read-arguments";
import { render } from "./render";
import { openTerminal, type Terminal } from "./terminal";

const commands: readonly Command[] = [inspect, lint, render, importFolder, exportFolder];

/**
 * Runs the command line and gives its exit code: 0 done, 1 errors found or work that could not be done, 2 called
 * wrongly. `root` is the portal's folder, `workerFile` the bundle of the compile worker.
 */
export async function main(
  words: readonly string[],
  portal: { root: string; workerFile: string; openStore: OpenStore },
): Promise<number> {
  const terminal = openTerminal();
  const compiler = startCompiler(portal.workerFile);
  try {
    return await runCommand(words, terminal, portal);
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    terminal.complain(error.message);
    return error.exitCode;
  } finally {
    await compiler.pool.close();
  }
}

async function runCommand(
  words: readonly string[],
  terminal: Terminal,
  { root, openStore }: { root: string; openStore: OpenStore },
): Promise<number> {
  const [name = "help", ...rest] = words;
  if (name === "--version" || name === "-v") {
    await terminal.print(versionOf(root));
    return 0;
  }
  if (name === "help" || name === "--help" || name === "-h") {
    const wanted = rest[0] === undefined ? null : findCommand(rest[0]);
    await terminal.print(wanted ? helpOf(wanted) : helpOfAll(commands));
    return 0;
  }
  const command = findCommand(name);
  if (rest.includes("--help") || rest.includes("-h")) {
    await terminal.print(helpOf(command));
    return 0;
  }
  return command.run(readArguments(command, rest), terminal, openStore);
}

function findCommand(name: string): Command {
  const command = commands.find((item) => item.name === name);
  if (command) return command;
  const names = commands.map((item) => item.name).join(", ");
  throw new CommandFailure(`runbook has no command "${name}". It has ${names}; "runbook help" says more.`, 2);
}

function versionOf(root: string): string {
  const { version }: { version: string } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  return version;
}

import type { Command, Flag } from "./command";

/** What `runbook help` prints. */
export function helpOfAll(commands: readonly Command[]): string {
  const lines = commands.flatMap(({ name, takes, does }) => [`  runbook ${name} ${takes}`, `      ${does}`]);
  return [
    "Reads runbooks as the portal does, without starting it.",
    "",
    ...lines,
    "",
    '"runbook help COMMAND" says more of one. Exit codes: 0 done, 1 errors found, 2 called wrongly.',
  ].join("\n");
}

/** What `runbook help COMMAND` prints. */
export function helpOf({ name, takes, does, flags }: Command): string {
  const rows = Object.entries(flags).map(([flag, about]) => [nameOf(flag, about), about.does] as const);
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  const table = rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
  return [`Usage: runbook ${name} ${takes}`, "", does, ...(table.length > 0 ? ["", ...table] : [])].join(
    "\n",
  );
}

function nameOf(flag: string, { value, choices }: Flag): string {
  if (!value) return `--${flag}`;
  return `--${flag} ${choices ? choices.join("|") : value}`;
}

import { answersOf } from "./answers";
import type { Command } from "./command";
import { CommandFailure } from "./command-failure";
import { inspectionOf } from "./inspection";
import { readKnownFiles } from "./known-files";
import { amongKnown } from "./lint-runbook";
import { listRunbooks } from "./list-runbooks";
import { outlineOf } from "./outline";
import { readRiskWords, wordsFlag } from "./read-risk-words";
import { readOneRunbook, readRunbooks } from "./read-runbooks";

/** Prints what the portal reads out of a runbook. */
export const inspect: Command = {
  name: "inspect",
  takes: "FILE [--json] [--words FILE] | DIR --answers",
  does: "Prints what the portal reads out of a runbook: facts, sections, steps, commands, problems.",
  paths: { least: 1, most: 1 },
  flags: {
    json: { does: "as JSON, in the shape of docs/inspect.schema.json" },
    answers: { does: "for every code block of a file or folder: kind, copy text, placeholders, risk" },
    words: wordsFlag,
  },
  async run(args, terminal) {
    const [target = ""] = args.paths;
    const riskWords = await readRiskWords(args);
    if (args.isOn("answers")) {
      if (args.isOn("json")) throw new CommandFailure("--answers is JSON already: leave --json out.", 2);
      const { runbooks, isWhole } = await readRunbooks(await listRunbooks(target, ""), riskWords, terminal);
      const answers = runbooks.flatMap(({ name, model }) => answersOf(name, model));
      await terminal.print(JSON.stringify(answers, null, 1));
      return isWhole ? 0 : 1;
    }
    const read = await readOneRunbook(target, riskWords);
    const files = await readKnownFiles(target, new Map());
    const runbook = amongKnown(read, files, new Date().toISOString().slice(0, 10));
    await terminal.print(
      args.isOn("json") ? JSON.stringify(inspectionOf(runbook), null, 1) : outlineOf(runbook),
    );
    return 0;
  },
};

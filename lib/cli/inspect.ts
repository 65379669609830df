import { answersOf } from "./answers";
import type { Command } from "./command";
import { listRunbooks, readRunbooks } from "./read-runbooks";

/** Prints what the portal reads out of a runbook. */
export const inspect: Command = {
  name: "inspect",
  takes: "DIR --answers",
  does: "Prints what the portal reads out of a runbook: sections, steps, commands, problems.",
  paths: { least: 1, most: 1 },
  flags: {
    answers: { does: "for every code block below a folder: its kind, copy text, placeholders and risk" },
  },
  async run(args, terminal) {
    const [target = ""] = args.paths;
    const runbooks = await readRunbooks(await listRunbooks(target, ""), terminal);
    const answers = runbooks.flatMap(({ name, model }) => answersOf(name, model));
    await terminal.print(JSON.stringify(answers, null, 1));
    return 0;
  },
};

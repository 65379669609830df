import type { Problem } from "@/lib/domain/document";
import type { Command } from "./command";
import { problemLine } from "./problem-line";
import { type ReadRunbook, readOneRunbook } from "./read-runbooks";

const shownAs = { mdx: "MDX", md: "Markdown", source: "source text" } as const;

/** Prints a runbook's HTML as the page serves it. */
export const render: Command = {
  name: "render",
  takes: "FILE",
  does: "Prints the HTML of a runbook's body exactly as its page serves it; what fell back goes to standard error.",
  paths: { least: 1, most: 1 },
  flags: {},
  async run(args, terminal) {
    const runbook = await readOneRunbook(args.paths[0] ?? "");
    await terminal.write(runbook.html);
    const lost = fallbacksOf(runbook);
    if (runbook.road !== runbook.format) {
      terminal.complain(`${runbook.name} is shown as ${shownAs[runbook.road]}:`);
    }
    for (const problem of lost) terminal.complain(`  ${problemLine(problem)}`);
    return 0;
  },
};

/** Why the text, or a part of it, is not shown as what it was written as. */
function fallbacksOf({ road, problems }: ReadRunbook): Problem[] {
  return road === "source" ? problems : problems.filter(({ rule }) => /^mdx-|-refused$/.test(rule));
}

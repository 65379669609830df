import { linkDocument } from "@/lib/domain/link-document";
import type { Command } from "./command";
import { fallbacksOf, isFallback, shownAs } from "./fallbacks";
import { leadsBeside } from "./known-runbooks";
import { printable } from "./printable";
import { problemLine } from "./problem-line";
import { readRiskWords, wordsFlag } from "./read-risk-words";
import { readOneRunbook } from "./read-runbooks";

/** Prints a runbook's HTML as the page serves it. */
export const render: Command = {
  name: "render",
  takes: "FILE [--words FILE]",
  does: "Prints the HTML of a runbook's body exactly as its page serves it; what fell back goes to standard error.",
  paths: { least: 1, most: 1 },
  flags: { words: wordsFlag },
  async run(args, terminal) {
    const runbook = await readOneRunbook(args.paths[0] ?? "", await readRiskWords(args));
    const leads = await leadsBeside(runbook.place, runbook.html, terminal);
    await terminal.write(linkDocument(runbook.html, leads));
    const lost = fallbacksOf(runbook);
    if (isFallback(runbook)) {
      terminal.complain(`${printable(runbook.name)} is shown as ${shownAs[runbook.road]}:`);
    }
    for (const problem of lost) terminal.complain(`  ${problemLine(problem)}`);
    return 0;
  },
};

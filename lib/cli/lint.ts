import path from "node:path";
import type { Command } from "./command";
import { type KnownFiles, readKnownFiles } from "./known-files";
import { countOf, type Finding, isLintFormat, lintFormats } from "./lint-formats";
import { lintRunbook } from "./lint-runbook";
import { listRunbooks } from "./list-runbooks";
import { readRiskWords, wordsFlag } from "./read-risk-words";
import { readRunbooks } from "./read-runbooks";

/** Says what is wrong with runbooks; ends with 1 when there is an error among it. */
export const lint: Command = {
  name: "lint",
  takes: "PATH… [--format text|json|github] [--words FILE]",
  does: "Says what is wrong with runbooks, with a page of docs/lint for each rule. Exit code 1 when there are errors.",
  paths: { least: 1, most: Number.POSITIVE_INFINITY },
  flags: {
    format: {
      value: "FORMAT",
      choices: Object.keys(lintFormats),
      does: "for people (the default), for programs, or for the checks of a pull request",
    },
    words: wordsFlag,
  },
  async run(args, terminal) {
    const format = args.valueOf("format") ?? "text";
    const riskWords = await readRiskWords(args);
    const findings: Finding[] = [];
    const seen = new Set<string>();
    const known = new Map<string, KnownFiles>();
    const today = new Date().toISOString().slice(0, 10);
    let isComplete = true;
    for (const target of args.paths) {
      const paths = (await listRunbooks(target)).filter(({ place }) => !seen.has(path.resolve(place)));
      for (const { place } of paths) seen.add(path.resolve(place));
      const files = await readKnownFiles(target, known);
      const { runbooks, isWhole } = await readRunbooks(paths, riskWords, terminal);
      findings.push(...runbooks.flatMap((runbook) => lintRunbook(runbook, files, today)));
      isComplete &&= isWhole;
    }
    const print = isLintFormat(format) ? lintFormats[format] : lintFormats.text;
    const report = print({ findings, fileCount: seen.size });
    if (report !== "") await terminal.print(report);
    return isComplete && countOf(findings, "error") === 0 ? 0 : 1;
  },
};

/**
 * Words of a squad or of the whole portal for commands whose danger nobody else could know: `recycle-node`,
 * `cloud-platform cluster recycle-node`. They are found in the place of a program, a subcommand or a task.
 */
export type LocalRiskWord = { words: readonly string[]; risk: "change" | "danger" };

/** A list that cannot be used, with the line and what is wrong with it. */
export type RiskWordsProblem = { line: number; message: string };

export type RiskWordsResult =
  | { ok: true; words: LocalRiskWord[] }
  | { ok: false; problems: RiskWordsProblem[] };

export const riskWordLimits = { entries: 100, wordsInEntry: 6, letters: 4_000 } as const;

const WORD = /^[\p{L}\p{N}_][\p{L}\p{N}_./:@+-]*$/u;

/**
 * Reads a list: one entry a line, `recycle-node` or `recycle-node: change`; `danger` where no level is named. Blank
 * lines and lines that begin with `#` are left out. Every line that cannot be read is reported.
 */
export function parseRiskWords(text: string): RiskWordsResult {
  const words: LocalRiskWord[] = [];
  const problems: RiskWordsProblem[] = [];
  if (text.length > riskWordLimits.letters) {
    return {
      ok: false,
      problems: [{ line: 1, message: `The list is longer than ${riskWordLimits.letters} letters.` }],
    };
  }
  for (const [i, written] of text.split(/\r?\n/).entries()) {
    const line = written.trim();
    if (line === "" || line.startsWith("#")) continue;
    const entry = parseEntry(line);
    if (typeof entry === "string") problems.push({ line: i + 1, message: entry });
    else if (words.length === riskWordLimits.entries)
      problems.push({ line: i + 1, message: `A list holds at most ${riskWordLimits.entries} entries.` });
    else words.push(entry);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, words };
}

/** The list as text again, one entry a line, the level written where it is not danger. */
export function formatRiskWords(words: readonly LocalRiskWord[]): string {
  return words
    .map((entry) => entry.words.join(" ") + (entry.risk === "danger" ? "" : `: ${entry.risk}`))
    .join("\n");
}

function parseEntry(line: string): LocalRiskWord | string {
  // `queue:replay` is a word; a level stands behind a blank, or is one of the two.
  const [, named = line, written, plain] = /^(\S.*?)\s*:(?:\s+(\S*)|(danger|change))$/.exec(line) ?? [];
  const level = written ?? plain;
  if (level !== undefined && level !== "danger" && level !== "change")
    return `"${line}" must end in ": danger" or ": change", or in nothing.`;
  const words = named.split(/\s+/);
  const wrong = words.find((word) => !WORD.test(word));
  if (wrong !== undefined) return `"${wrong}" is no word of a command.`;
  if (words.length > riskWordLimits.wordsInEntry)
    return `"${named}" has more than ${riskWordLimits.wordsInEntry} words.`;
  return { words, risk: level ?? "danger" };
}

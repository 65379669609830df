import type { LocalRiskWord } from "@/lib/domain/local-risk-words";
import { isShell, runsCode } from "../shell/interpreters";
import { readShellText, type ShellText } from "../shell/shell-text";
import type { Word } from "../shell/shell-words";
import { isSqlClient } from "../sql/sql-clients";
import { baseName } from "./call";
import { type Carried, findCarried } from "./carriers";
import { findConsoleRisk } from "./console-risk";
import { change, danger, READ, type RiskFinding, worstOf } from "./finding";
import { findLocalRisk } from "./local-words";
import { findProgramRisk, findRedisRisk, isKnownProgram, readCommandWords } from "./program-risk";
import { readFunctions, type ShellFunction, type ShellFunctions } from "./shell-functions";
import { type Fed, readStreams, type Written } from "./shell-streams";
import { findSqlRisk } from "./sql-risk";
import { shorten } from "./target";

/** `sudo sh -c 'ssh x …'`: deeper nesting is not followed. */
const DEEPEST = 5;

type Reading = { depth: number; local: readonly LocalRiskWord[]; functions: ShellFunctions };

/**
 * What shell text does, the gravest of its commands; null where nothing is known of any. `functions`: those that the
 * text around it defines.
 */
export function findShellRisk(
  shell: ShellText,
  local: readonly LocalRiskWord[],
  functions: ShellFunctions = new Map(),
): RiskFinding | null {
  return findTextRisk(shell, { depth: 0, local, functions });
}

function findTextRisk(shell: ShellText, around: Reading): RiskFinding | null {
  const own = readFunctions([shell]);
  const reading = own.size > 0 ? { ...around, functions: new Map([...own, ...around.functions]) } : around;
  const { fed, written } = readStreams(shell);
  const found = [
    ...shell.commands.map((command) => findCallRisk(command.words, reading)),
    ...fed.map((each) => findFedRisk(each, reading)),
    ...written.map(findWrittenRisk),
  ];
  const known = found.filter((finding) => finding !== null);
  return known.length > 0 ? worstOf(known) : null;
}

function findInnerTextRisk(text: string, reading: Reading): RiskFinding | null {
  return reading.depth > DEEPEST ? null : findTextRisk(readShellText(text), reading);
}

/** What one simple command does, with the commands that it carries; null where nothing is known of it. */
function findCallRisk(words: readonly Word[], reading: Reading): RiskFinding | null {
  const program = baseName(words[0]?.text ?? "");
  if (program === "" || reading.depth > DEEPEST) return null;
  const called = reading.functions.get(words[0]?.text ?? "");
  if (called) return findFunctionRisk(called, words, reading);
  const inner = carriedBy(program, words).map((each) => findCarriedRisk(each, reading));
  const own = [findProgramRisk(words), findLocalRisk(readCommandWords(words), reading.local)];
  const known = [...own, ...inner].filter((finding) => finding !== null);
  return known.length > 0 ? worstOf(known) : null;
}

/** A call of a function does what the function does, to what it is given. */
function findFunctionRisk(called: ShellFunction, words: readonly Word[], reading: Reading): RiskFinding {
  if (called.finding === null) {
    // Read once; while it is read, a call of itself adds nothing.
    called.finding = READ;
    called.finding = findInnerTextRisk(called.body, { ...reading, depth: 0 }) ?? READ;
  }
  const { finding } = called;
  if (finding.risk === "read" || words.length < 2) return finding;
  return { ...finding, target: shorten(words.slice(1).map((word) => word.text)) };
}

function findCarriedRisk({ words, text, where }: Carried, reading: Reading): RiskFinding | null {
  const inner = { ...reading, depth: reading.depth + 1 };
  const found = text === null ? findCallRisk(words, inner) : findInnerTextRisk(text, inner);
  if (found === null || found.risk === "read" || where === null) return found;
  return { ...found, target: shorten([found.target ?? "", where]) };
}

function carriedBy(program: string, words: readonly Word[]): Carried[] {
  return [...findCarried(program, words), ...behindDashes(program, words)];
}

/** A wrapper that nobody knows: `some-tool role -- kubectl delete …`. */
function behindDashes(program: string, words: readonly Word[]): Carried[] {
  const at = words.findIndex((word) => word.text === "--");
  const next = baseName(words[at + 1]?.text ?? "");
  if (at < 1 || isKnownProgram(program) || !isKnownProgram(next)) return [];
  return [{ words: words.slice(at + 1), text: null, where: null }];
}

/** Text or a file that a client or shell is given to run. */
function findFedRisk({ words, text, file, isDownload }: Fed, reading: Reading): RiskFinding | null {
  const reader = innermost(words);
  const program = baseName(reader[0]?.text ?? "");
  const isFedShell =
    (isShell(program) || program === "ssh") &&
    !reader.slice(1).some((word) => /^[^-].*\.\w+$|^-c$/.test(word.text));
  if (isDownload) return isFedShell && program !== "ssh" ? change("Runs a script from the network") : null;
  if (file !== null) return isSqlClient(program) ? change("Runs a file of SQL", shorten([file])) : null;
  if (text === null) return null;
  if (isSqlClient(program)) return findSqlRisk(text);
  if (isFedShell) return findInnerTextRisk(text, { ...reading, depth: reading.depth + 1 });
  if (runsCode(program)) return findConsoleRisk(text);
  if (!/^(?:redis-cli|valkey-cli)$/.test(program)) return null;
  const lines = text.split("\n").map((line) => findRedisRisk(line));
  return worstOf(lines.filter((finding) => finding !== null));
}

/** The words of the program that runs in the end: `psql` of `sudo -u postgres psql`. */
function innermost(words: readonly Word[]): readonly Word[] {
  let inner = words;
  for (let depth = 0; depth < DEEPEST; depth++) {
    const next = carriedBy(baseName(inner[0]?.text ?? ""), inner).find((each) => each.words.length > 0);
    if (next === undefined) return inner;
    inner = next.words;
  }
  return inner;
}

/** `> file` empties it, `cat > file <<EOF` writes it; keeping the output of a look changes nothing that matters. */
function findWrittenRisk({ words, path, isAppended }: Written): RiskFinding | null {
  if (/^\/dev\/(?:sd|nvme|vd|xvd|hd|mapper|disk)/.test(path)) return danger("Overwrites a disk", path);
  if (/^\/dev\/|^&/.test(path)) return null;
  const program = words[0]?.text ?? "";
  const isEmptying =
    words.length === 0 ||
    /^(?::|true)$/.test(program) ||
    (program === "cat" && words[1]?.text === "/dev/null") ||
    (/^(?:echo|printf)$/.test(program) && words.slice(1).every(({ text }) => /^(?:-[neE]+)?$/.test(text)));
  if (isEmptying && !isAppended) return danger("Empties a file", shorten([path]));
  const isWriting = /^(?:echo|printf|cat)$/.test(program) && (program !== "cat" || words.length === 1);
  return isWriting || /^\/(?:etc|proc|sys|boot|usr)\//.test(path)
    ? change("Writes a file", shorten([path]))
    : null;
}

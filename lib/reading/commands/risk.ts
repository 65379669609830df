import type { Risk, StatementLanguage } from "@/lib/domain/document";
import { readCommands, type SimpleCommand, type Word } from "../shell/shell-words";
import { PROGRAMS } from "./programs";
import { GENERIC_RULES, RISK_RULES, type RiskRule, SCRIPT_RULES } from "./risk-rules";
import { findSqlRisk } from "./sql-risk";

export type RiskFinding = { risk: Risk; reason: string | null };

const LEVELS: readonly Risk[] = ["read", "change", "danger"];
const READ: RiskFinding = { risk: "read", reason: null };
const MARK =
  /\b(?:use with (?:caution|care)|caution|be careful|careful!|destructive|irreversible|not reversible|cannot be undone|can't be undone|data loss|danger!|dangerous!|danger zone)\b|danger:|warning:|⚠|🚨/i;
/** Programs that run another: what they run counts. `--` ends their own options. */
const CARRIERS =
  /^(?:sudo|doas|env|nohup|time|timeout|nice|ionice|xargs|watch|exec|command|stdbuf|chroot|flock|aws-vault|bundle|gds|gds-cli)$/;
const NESTED = /^(?:(?:ba|z|da|k)?sh|su|eval|ssh)$/;

/** What a statement does to the world; an author's mark ("use with caution!") in its label raises it to danger. */
export function findRisk(text: string, language: StatementLanguage, label: string | null): RiskFinding {
  const found =
    language === "sql" ? findSqlRisk(text) : language === "shell" ? shellRisk(text, 0) : consoleRisk(text);
  const comments = [label ?? "", ...(text.match(/(?:^|\s)#\s.*$/gm) ?? [])].join(" ");
  if (found.risk === "danger" || !MARK.test(comments)) return found;
  return {
    risk: "danger",
    reason: found.reason ?? "Marked by the author: use with caution",
  };
}

export function worstOf(findings: readonly RiskFinding[]): RiskFinding {
  return findings.reduce((worst, next) => (isWorse(next, worst) ? next : worst), READ);
}

function isWorse(a: RiskFinding, b: RiskFinding): boolean {
  return LEVELS.indexOf(a.risk) > LEVELS.indexOf(b.risk);
}

function shellRisk(text: string, depth: number): RiskFinding {
  return worstOf(readCommands(text).map((command) => commandRisk(command, depth)));
}

function commandRisk({ words }: SimpleCommand, depth: number): RiskFinding {
  const program = baseName(words[0]?.text ?? "");
  if (program === "" || depth > 4) return READ;
  const nested = nestedRisk(program, words, depth);
  const joined = joinWords(program, words);
  const own =
    applyRules(RISK_RULES, joined) ?? ownRisk(program, words) ?? applyRules(GENERIC_RULES, joined) ?? READ;
  return worstOf([own, nested]);
}

/** Commands inside: behind `sudo`, `xargs` or `--`, in `sh -c '…'`, `ssh host '…'`, `psql -c '…'`. */
function nestedRisk(program: string, words: readonly Word[], depth: number): RiskFinding {
  const texts = words.map((word) => word.text);
  const findings: RiskFinding[] = [];
  const dashes = texts.indexOf("--");
  if (dashes > 0 && !/^(?:npm|git|rake|grep|rm|mv|cp)$/.test(program)) {
    findings.push(commandRisk({ assigned: [], words: words.slice(dashes + 1) }, depth + 1));
  } else if (CARRIERS.test(program) || /^(?:ssh|kubectl|oc|k|docker|podman)$/.test(program)) {
    const isRunner =
      CARRIERS.test(program) ||
      texts.some((text) => /^(?:exec|rsh|run|ssh)$/.test(text)) ||
      program === "ssh";
    const at = texts.findIndex(
      (text, i) =>
        i > 0 && (PROGRAMS.has(baseName(text)) || /^\.?\//.test(text)) && !texts[i - 1]?.startsWith("--"),
    );
    if (isRunner && at > 0) {
      // What xargs reads is an argument too.
      const piped = program === "xargs" ? [{ text: "·", isQuoted: true }] : [];
      findings.push(commandRisk({ assigned: [], words: [...words.slice(at), ...piped] }, depth + 1));
    }
  }
  const isShell = NESTED.test(program) || program === "watch";
  const isSql = /^(?:psql|gitlab-psql|mysql|mariadb|sqlite3|clickhouse-client|cqlsh|sqlcmd)$/.test(program);
  words.forEach((word, i) => {
    if (i === 0 || !word.isQuoted) return;
    if (isShell && /\s/.test(word.text)) findings.push(shellRisk(word.text, depth + 1));
    const isSqlText = /^(?:-\w*[ceqQ]|--(?:command|execute|query))/.test(texts[i - 1] ?? word.text);
    if (isSql && isSqlText) findings.push(findSqlRisk(word.text.replace(/^--\w+=/, "")));
  });
  if (isSql && texts.some((text) => /^(?:-f|--file)/.test(text))) {
    findings.push({ risk: "change", reason: "Runs a file of SQL" });
  }
  return worstOf(findings);
}

/** Requests and scripts; null for every other program. */
function ownRisk(program: string, words: readonly Word[]): RiskFinding | null {
  const texts = words.map((word) => word.text);
  if (/^(?:curl|wget|http|https|xh|httpie)$/.test(program)) return httpRisk(program, texts);
  const path = texts[0] ?? "";
  const isScript = /[/]/.test(path) || /\.(?:sh|py|rb|pl)$/.test(path);
  const script = isScript
    ? path
    : /^(?:python3?|ruby|node|perl|(?:ba|z)?sh)$/.test(program)
      ? texts.slice(1).find((text) => /\.(?:sh|py|rb|pl|m?js)$/.test(text))
      : undefined;
  if (script === undefined || (PROGRAMS.has(program) && isScript)) return null;
  if (texts.some((text) => /^--(?:dry-run|check|help|version|list)$|^--dry-run=(?!none)/.test(text)))
    return READ;
  return (
    applyRules(SCRIPT_RULES, script.toLowerCase()) ?? {
      risk: "change",
      reason: "Runs a script",
    }
  );
}

function httpRisk(program: string, texts: readonly string[]): RiskFinding {
  const joined = texts.join(" ");
  const host = /https?:\/\/([^/\s"']+)/.exec(joined)?.[1];
  const to = host === undefined ? "" : ` to ${host}`;
  const named =
    /(?:^|\s)(?:-\w*X\s?|--request[= ]|--method[= ])["']?(GET|HEAD|POST|PUT|PATCH|DELETE)\b/i.exec(
      joined,
    )?.[1] ??
    (/^(?:http|https|xh)$/.test(program) ? /\s(GET|POST|PUT|PATCH|DELETE)\s/.exec(joined)?.[1] : undefined);
  const sends = texts.some((text) =>
    /^(?:-d.*|--data.*|-F|--form|--json|-T|--upload-file|--post-\w+)$/.test(text.split("=")[0] ?? ""),
  );
  const method =
    named?.toUpperCase() ?? (sends && !texts.some((text) => /^(?:-\w*G|--get)$/.test(text)) ? "POST" : "GET");
  if (method === "DELETE") return { risk: "danger", reason: `Sends DELETE${to}` };
  return method === "GET" || method === "HEAD" ? READ : { risk: "change", reason: `Sends ${method}${to}` };
}

/** Consoles of programs the portal cannot parse (Ruby, mongo, Redis): words that delete. */
function consoleRisk(text: string): RiskFinding {
  if (
    /\b(?:destroy\w*|delete\w*|drop\w*|remove\w*|flushall|flushdb|truncate|DestroyService)\b[.(!]?|^\s*del\s/im.test(
      text,
    )
  ) {
    return { risk: "danger", reason: "Deletes data" };
  }
  return /\b(?:update\w*|save!?|create!?|insert\w*|set|setex)\b/.test(text)
    ? { risk: "change", reason: "Changes data" }
    : READ;
}

function applyRules(rules: readonly RiskRule[], text: string): RiskFinding | null {
  for (const [pattern, risk, reason] of rules) {
    const match = pattern.exec(text);
    if (match)
      return {
        risk,
        reason: reason === "" ? null : reason.replace("$1", match[1] ?? "a service"),
      };
  }
  return null;
}

/** Quoted words of several words say nothing of what the program does: a commit message, a filter. */
function joinWords(program: string, words: readonly Word[]): string {
  const rest = words.slice(1).map((word) => {
    if (!/\s/.test(word.text)) return word.text === "" ? "·" : word.text;
    return word.isQuoted ? "·" : word.text.replace(/\s+/g, "-");
  });
  return [program, ...rest].join(" ").slice(0, 1000);
}

function baseName(word: string): string {
  return word.replace(/^.*\/(?=[\w.-]+$)/, "");
}

import { isSqlClient, SQL_FLAG } from "../sql/sql-clients";
import { type Call, type FlagWords, flagValue } from "./call";
import { findConsoleRisk } from "./console-risk";
import { change, READ, type RiskFinding, worstOf } from "./finding";
import { findSqlRisk } from "./sql-risk";
import { shorten } from "./target";
import { wordList } from "./word-list";

const CODE_FLAGS: Readonly<Record<string, readonly string[]>> = {
  python: ["-c"],
  ruby: ["-e"],
  node: ["-e", "--eval", "-p"],
  perl: ["-e", "-ne", "-pe"],
  php: ["-r"],
  mongo: ["--eval"],
  mongosh: ["--eval"],
  "manage.py": ["-c", "--command"],
  artisan: ["--execute"],
  elixir: ["-e"],
};

/** Flags of these programs that take the next word. */
const CODE_WORDS: FlagWords = {
  takesValue: new Set(
    wordList(`-c -e -h -H -p -P -U -u -d -f -r -I --command --execute --query --eval --host --port --user --username --password
    --dbname --database --file --db --format --environment --uri --sql`),
  ),
  takesAny: false,
  switches: new Set(),
};

/** For mysql, `-p` asks for the password and `-e` runs SQL. */
const MYSQL_WORDS: FlagWords = {
  ...CODE_WORDS,
  takesValue: new Set([...CODE_WORDS.takesValue].filter((flag) => flag !== "-p")),
};

/** The flags of a client that runs SQL or code. */
export function codeWords(program: string): FlagWords {
  return /^(?:mysql|mariadb)$/.test(program) ? MYSQL_WORDS : CODE_WORDS;
}

/** SQL and code that a call carries in a flag or argument (`psql -c '…'`, `rails runner '…'`); null for other calls. */
export function findInnerRisk(call: Call): RiskFinding | null {
  const program = call.program.replace(/^python[\d.]+$/, "python").replace(/^bin\//, "");
  if (isSqlClient(program)) return sqlClientRisk(call);
  const findings: RiskFinding[] = [];
  const names =
    CODE_FLAGS[program] ?? (call.args[0]?.endsWith("manage.py") ? CODE_FLAGS["manage.py"] : undefined) ?? [];
  for (const flag of call.flags)
    if (names.includes(flag.name) && flag.value !== null) findings.push(findConsoleRisk(flag.value));
  const runner = call.args.findIndex((arg) => /^(?:runner|r|--execute)$/.test(arg));
  const isRails =
    /(?:^|-)rails$/.test(program) || call.args.some((arg, i) => i < runner && /(?:^|[-/])rails$/.test(arg));
  const code = isRails && runner >= 0 ? call.args[runner + 1] : undefined;
  if (code !== undefined)
    findings.push(/^\S+\.rb$/.test(code) ? change("Runs a script", code) : findConsoleRisk(code));
  return findings.length > 0 ? worstOf(findings) : null;
}

function sqlClientRisk(call: Call): RiskFinding {
  const isEmbedded = /^(?:sqlite3?|bq|influx)$/.test(call.program);
  const texts = call.flags
    .filter(({ name }) => SQL_FLAG.test(name))
    .map(({ value, next }) => value ?? next ?? "");
  if (isEmbedded) texts.push(...call.args.filter((arg) => /\s/.test(arg)));
  if (call.program === "cockroach" && call.args[0] !== "sql") return READ;
  const found = worstOf(texts.map(findSqlRisk));
  if (found.risk !== "read") return { ...found, target: shorten([found.target ?? "", ...placesOf(call)]) };
  const file =
    call.program === "psql" || call.program === "gitlab-psql" || call.program === "cqlsh"
      ? flagValue(call, ["-f", "--file"])
      : null;
  if (file !== null) return change("Runs a file of SQL", shorten([file, ...placesOf(call)]));
  return READ;
}

function placesOf(call: Call): string[] {
  const database = flagValue(call, ["-d", "--dbname", "--database"]);
  const host = flagValue(call, ["-h", "-H", "--host", "-S"]);
  return [database === null ? "" : `in database ${database}`, host === null ? "" : `on ${host}`];
}

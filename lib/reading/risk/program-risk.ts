import { isInterpreter, isShell } from "../shell/interpreters";
import type { Word } from "../shell/shell-words";
import { baseName, type Call, type FlagWords, hasFlag, readCall } from "./call";
import { carriesOnly } from "./carriers";
import { matchFamily } from "./family";
import { disruption, READ, type RiskFinding, worstOf } from "./finding";
import { findHttpRisk, HTTP_VALUES } from "./http-risk";
import { codeWords, findInnerRisk } from "./inner-code";
import type { CommandWords } from "./local-words";
import { FAMILIES, READERS } from "./rules";
import { shorten } from "./target";
import { findArgRisk, findNameRisk, findScriptRisk, findTaskRisk } from "./task-risk";
import { findVerb } from "./verbs";
import { wordList } from "./word-list";
import { findZeroRisk } from "./zero-risk";

const HTTP = /^(?:curl|wget|http|https|xh|xhs|httpie|grpcurl)$/;
const TASKS =
  /^(?:make|gmake|just|task|mage|rake|gitlab-rake|gradle|gradlew|mvn|mvnw|ant|sbt|bazel|invoke|inv|fab|cap|tox|nox|grunt|gulp|nx|turbo|taskfile|doit)$/;
const FRAMEWORKS =
  /^(?:rails|gitlab-rails|artisan|manage\.py|django-admin|flask|drush|wp|console|symfony|alembic|flyway|liquibase|knex|sequelize|sequelize-cli|prisma|typeorm|dbmate|goose|migrate|sqitch|golang-migrate)$/;
const DRY = /^--?(?:dry-?run|what-if|no-?op|check-only)$/;
const MIGRATORS = /^(?:flyway|liquibase|dbmate|goose|migrate|sqitch|golang-migrate|knex)$/;
const LOOKS =
  /^(?:routes|about|stats|runner|r|console|c|dbconsole|shell|dbshell|showmigrations|sqlmigrate|sqlflush|current|heads|branches|notes|middleware|initializers|tinker|optimize:status|repl)$/;
const HTTP_WORDS: FlagWords = {
  takesValue: new Set(wordList(HTTP_VALUES)),
  takesAny: false,
  switches: new Set(),
};
const PLAIN_WORDS: FlagWords = {
  takesValue: new Set(wordList("-f -C -n --namespace --config --context --profile --env -e")),
  takesAny: false,
  switches: new Set(
    wordList(
      "-v -y -q -f --force --yes --debug --verbose --quiet --json --no-color --all --recursive --insecure --wait",
    ),
  ),
};

/** The portal knows what the program does: by a table, as a reader or as one that runs others. */
export function isKnownProgram(program: string): boolean {
  return (
    FAMILIES.has(program) ||
    READERS.has(program) ||
    carriesOnly(program) ||
    HTTP.test(program) ||
    isInterpreter(program) ||
    isShell(program) ||
    TASKS.test(program)
  );
}

/** What a program itself does with these words, apart from what it carries; null where nothing is known of it. */
export function findProgramRisk(words: readonly Word[]): RiskFinding | null {
  const plain = readCall(words, PLAIN_WORDS, true);
  if (isOnlyAsking(plain)) return READ;
  const { program } = plain;
  if (HTTP.test(program)) return findHttpRisk(readCall(words, HTTP_WORDS, false));
  const inner = findInnerRisk(readCall(words, codeWords(program), false));
  const own =
    findZeroRisk(plain) ??
    findFamilyRisk(words) ??
    findProjectRisk(plain) ??
    (READERS.has(program) || carriesOnly(program) ? READ : null);
  if (own !== null || inner !== null) return worstOf([own ?? READ, inner ?? READ]);
  return findScriptCall(words, plain) ?? findUnknownRisk(plain);
}

/** What a line for the console of Redis does; null when it is none that changes anything. */
export function findRedisRisk(text: string): RiskFinding | null {
  const line = /^\s*([A-Za-z_.]+(?:\s+[^\n]*)?)\s*$/.exec(text)?.[1];
  const family = FAMILIES.get("redis-cli");
  if (line === undefined || family === undefined || /^\w+\s*[=.(]/.test(line)) return null;
  const args = line.match(/"[^"]*"|'[^']*'|\S+/g) ?? [];
  return matchFamily(family, { program: "redis-cli", path: "redis-cli", args, flags: [] })?.finding ?? null;
}

/** `--dry-run`, `--help` and the like: nothing is done. */
function isOnlyAsking(call: Call): boolean {
  if (/^(?:help|--help)$/.test(call.args[0] ?? "") && call.args.length > 0 && call.program !== "make")
    return true;
  const isDry = call.flags.some(
    ({ name, value }) => DRY.test(name) && !/^(?:none|false|no|0)$/i.test(value ?? ""),
  );
  return (
    isDry ||
    hasFlag(call, "--help") ||
    call.flags.some(({ name, value, next }) => name === "--version" && value === null && next === null)
  );
}

/** The words of a call that say what is done, for lists of local words. */
export function readCommandWords(words: readonly Word[]): CommandWords {
  const path = words[0]?.text ?? "";
  const program = baseName(path);
  const family = FAMILIES.get(program);
  const call = readCall(words, family ?? PLAIN_WORDS, family === undefined);
  const task = TASKS.test(program) || isTaskRunner(program) ? call.args.length : null;
  const depth =
    task ??
    (READERS.has(program) || HTTP.test(program)
      ? 0
      : family
        ? (matchFamily(family, call)?.depth ?? 1)
        : plainWords(call));
  return {
    program: program.replace(/\.(?:sh|bash|py|rb|pl|ps1)$/i, ""),
    subcommands: call.args.slice(0, depth),
    args: call.args,
  };
}

/** How many words of an unknown program may be subcommands: the first ones that look like a name. */
function plainWords(call: Call): number {
  const end = call.args.slice(0, 4).findIndex((arg) => !/^[a-z][\w:-]*$/i.test(arg));
  return end < 0 ? Math.min(call.args.length, 4) : end;
}

/** Both readings of unknown flags are tried: without a value, then with one. */
function findFamilyRisk(words: readonly Word[]): RiskFinding | null {
  const program = baseName(words[0]?.text ?? "");
  const family = FAMILIES.get(program) ?? FAMILIES.get(program.toLowerCase());
  if (family === undefined) return null;
  for (const unknownTakes of [false, true]) {
    const match = matchFamily(family, readCall(words, family, unknownTakes));
    if (match !== null) return match.finding;
  }
  return isTaskRunner(program) ? null : findBareVerb(readCall(words, family, false));
}

/** A subcommand that no rule names, yet a verb that deletes or disturbs as it stands: `cargo stop x`. */
function findBareVerb(call: Call): RiskFinding {
  const [verb = "", ...rest] = call.args;
  const found = /^[a-z]+$/.test(verb) && rest.length > 0 ? findVerb(verb) : null;
  return found?.isDisruptive ? { ...found, target: shorten(rest) } : READ;
}

function isTaskRunner(program: string): boolean {
  return /^(?:npm|yarn|pnpm|bun)$/.test(program);
}

/** Tasks of a project: `make deploy`, `rake db:drop`, `npm run build`, `rails db:migrate`, `python manage.py flush`. */
function findProjectRisk(call: Call): RiskFinding | null {
  const args = call.args.filter((arg) => !/^[A-Za-z_]\w*[:?]?=/.test(arg));
  if (TASKS.test(call.program)) {
    if (["-n", "--just-print", "-T", "--tasks", "-l", "--list"].some((name) => hasFlag(call, name)))
      return READ;
    return args.length === 0 ? findTaskRisk("default", null) : worstOf(args.map((arg) => findTaskRisk(arg)));
  }
  if (isTaskRunner(call.program)) {
    const task = /^(?:run|run-script)$/.test(args[0] ?? "") ? args[1] : args[0];
    return task === undefined
      ? call.program === "yarn"
        ? findTaskRisk("install")
        : READ
      : findTaskRisk(task);
  }
  const at = FRAMEWORKS.test(call.program)
    ? 0
    : args.findIndex((arg) => /(?:^|\/)(?:manage\.py|artisan|rails|console)$/.test(arg)) + 1;
  if (at === 0 && !FRAMEWORKS.test(call.program)) return null;
  const task = args[at];
  if (task === undefined || LOOKS.test(task)) return READ;
  if (task === "migrate" && args[at + 2] === "zero") return findTaskRisk("db:reset", shorten(args.slice(at)));
  if (
    /^(?:downgrade|flush|clearsessions)$/.test(task) ||
    (MIGRATORS.test(call.program) && /^(?:down|clean|redo)$/.test(task))
  )
    return findTaskRisk("db:reset", shorten(args.slice(at)));
  if (task === "down") return disruption("Takes the application out of service");
  if (task === "db" && args[at + 1] === undefined) return READ;
  const isGroup = args[at + 1] !== undefined && !task.includes(":");
  const name = args.slice(at, isGroup ? at + 2 : at + 1).join(":");
  return (isGroup ? findArgRisk(call, at) : null) ?? findTaskRisk(name, shorten(args.slice(at)));
}

/** `./x.sh`, `/opt/x/y`, `python x.py`, `bash x.sh`. */
function findScriptCall(words: readonly Word[], plain: Call): RiskFinding | null {
  if (isInterpreter(plain.program) || isShell(plain.program)) {
    const at = words.findIndex(
      (word, i) =>
        i > 0 &&
        (/\.(?:sh|bash|py|rb|pl|m?js|ts|php|R|lua)$/.test(word.text) || /^[./~].*\/[\w.-]+$/.test(word.text)),
    );
    if (at < 0) return READ;
    const call = readCall(words.slice(at), PLAIN_WORDS, true);
    return findScriptRisk(call.path, call, 0);
  }
  const isScript = /[/\\]/.test(plain.path) || /\.(?:sh|bash|py|rb|pl|ps1|bat|cmd)$/i.test(plain.path);
  return isScript ? findScriptRisk(plain.path, plain, 0) : null;
}

/** Where no table knows the program: a verb in the place of a subcommand, then the program's own name. */
function findUnknownRisk(call: Call): RiskFinding | null {
  const byArgs = findArgRisk(call, 0);
  if (byArgs !== null) return byArgs;
  const named = /[-_.]/.test(call.program) ? findNameRisk(call.program, shorten(call.args)) : null;
  return named;
}

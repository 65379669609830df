import { sqlContexts } from "../sql/sql-lexer";
import { change, danger, disruption, READ, type RiskFinding, worstOf } from "./finding";

type SqlRule = readonly [pattern: RegExp, make: (target: string | null, rest: string) => RiskFinding];

const NAME = String.raw`((?:[\w$."\`\[\]<>{}@:-]|\\.)+)`;
/** Patterns see one statement without comments, strings blanked; the group is the target, `rest` the text behind. */
const RULES: readonly SqlRule[] = [
  [/^explain\b(?!.*\banaly[sz]e\b)/i, () => READ],
  [/\bpg_terminate_backend\s?\(/i, () => danger("Ends database sessions")],
  [
    /\b(?:pg_drop_replication_slot|lo_unlink|pg_replication_origin_drop)\s?\(/i,
    () => danger("Drops a part of the database"),
  ],
  [
    new RegExp(
      String.raw`^drop\s+(?:\w+\s+){0,3}?(?:concurrently\s+)?(?:if\s+exists\s+)?${NAME}(?=\s*(?:$|[;,(]|cascade|restrict|on\b|force))`,
      "i",
    ),
    (at) => danger("Drops objects of the database", at),
  ],
  [/^drop\b/i, () => danger("Drops objects of the database")],
  [
    new RegExp(
      String.raw`^alter\s+table\s+(?:if\s+exists\s+)?(?:only\s+)?${NAME}\s.*\b(?:drop\s+(?!not\b|default\b)|detach\s+partition)`,
      "i",
    ),
    (at) => danger("Drops a part of a table", at),
  ],
  [
    new RegExp(String.raw`^truncate\s+(?:table\s+)?(?:only\s+)?${NAME}`, "i"),
    (at) => danger("Empties a table", at),
  ],
  [new RegExp(String.raw`\bdelete\s+from\s+(?:only\s+)?${NAME}`, "i"), (at) => danger("Deletes rows", at)],
  [/^delete\s/i, () => danger("Deletes rows")],
  [/^alter\s+system\s+(?:kill|disconnect)\s+session\b/i, () => danger("Ends database sessions")],
  [/^alter\s+system\s+cancel\s+sql\b/i, () => disruption("Cancels a query")],
  [/^(?:kill|shutdown|flushall|flushdb)\b/i, () => danger("Ends or empties something")],
  [
    /^(?:purge\s+(?:binary|master)|reset\s+(?:master|slave|replica|binary)|stop\s+(?:slave|replica|group_replication))\b/i,
    () => danger("Stops replication or deletes its logs"),
  ],
  [
    new RegExp(String.raw`\bupdate\s+(?:only\s+)?${NAME}(?:\s+(?:as\s+)?\w+)?\s+set\b`, "i"),
    (at, rest) => (/\bwhere\b/i.test(rest) ? change("Updates rows", at) : danger("Updates every row", at)),
  ],
  [/^insert\s+overwrite\b/i, () => danger("Overwrites a table")],
  [
    new RegExp(String.raw`\b(?:insert\s+(?:ignore\s+)?into|merge\s+into)\s+${NAME}`, "i"),
    (at) => change("Inserts rows", at),
  ],
  [new RegExp(String.raw`^replace\s+into\s+${NAME}`, "i"), (at) => change("Replaces rows", at)],
  [/\bpg_promote\s?\(/i, () => disruption("Promotes a replica")],
  [/\bpg_cancel_backend\s?\(/i, () => disruption("Cancels a query")],
  [
    new RegExp(
      String.raw`^alter\s+(?:user|role|login)\s+${NAME}\s.*\b(?:password|identified|nologin|valid\s+until|disable|account\s+lock)\b`,
      "i",
    ),
    (at) => disruption("Changes an account", at),
  ],
  [
    new RegExp(String.raw`^alter\s+table\s+(?:if\s+exists\s+)?(?:only\s+)?${NAME}\s.*\bdisable\b`, "i"),
    (at) => disruption("Disables a part of a table", at),
  ],
  [/^revoke\b/i, () => disruption("Takes permissions away")],
  [/^grant\b/i, () => change("Gives permissions")],
  [
    new RegExp(
      String.raw`^create\s+(?:or\s+replace\s+)?(?:unique\s+|global\s+|temp\s+|temporary\s+|materialized\s+)*\w+\s+(?:concurrently\s+)?(?:if\s+not\s+exists\s+)?${NAME}`,
      "i",
    ),
    (at) => change("Creates objects of the database", at),
  ],
  [/^create\b/i, () => change("Creates objects of the database")],
  [
    new RegExp(String.raw`^alter\s+\w+\s+(?:if\s+exists\s+)?(?:only\s+)?${NAME}`, "i"),
    (at) => change("Alters the database", at),
  ],
  [/^alter\b/i, () => change("Alters the database")],
  [/^copy\s.*\bto\b/i, () => READ],
  [
    new RegExp(
      String.raw`^(?:vacuum|reindex|analyze|cluster|refresh|optimize)\b(?:\s*\([^)]*\))?\s+(?:\w+\s+)*?${NAME}\s*;?$`,
      "i",
    ),
    (at) => change("Works on the database", at),
  ],
  [
    /^(?:vacuum|reindex|analyze|cluster|refresh|optimize|checkpoint|call|do|copy|lock|load|flush|start\s+(?:slave|replica|group_replication)|change\s+(?:master|replication)|set\s+(?:global|persist)|import|rename|comment|reload|exec|execute|attach|detach|system)\b/i,
    () => change("Works on the database"),
  ],
  [
    /\bpg_(?:reload_conf|switch_wal|stat_reset\w*|create_\w+|wal_replay_\w+|rotate_logfile|backup_start|backup_stop|start_backup|stop_backup|logical_emit_message)\s?\(/i,
    () => change("Changes the running database"),
  ],
  [/\b(?:setval|nextval|dblink_exec)\s?\(/i, () => change("Changes the database")],
];

/** What SQL does, by the verbs of its statements outside strings and comments; names a table or object as target. */
export function findSqlRisk(text: string): RiskFinding {
  return worstOf(splitStatements(text).map(findStatementRisk));
}

function findStatementRisk(sql: string): RiskFinding {
  for (const [pattern, make] of RULES) {
    const match = pattern.exec(sql);
    if (match) return make(match[1] ?? null, sql.slice(match.index + match[0].length));
  }
  return READ;
}

/** Statements (`;` and mysql's `\G` end them) with single blanks, without comments, strings emptied; quoted names stay. */
function splitStatements(text: string): string[] {
  const contexts = sqlContexts(text);
  let code = "";
  for (let i = 0; i < text.length; i++) {
    const context = contexts[i];
    const isKept = context === "bare" || context === "identifier" || (context === "mark" && text[i] === '"');
    code += isKept ? text[i] : " ";
  }
  return code
    .split(/;|\\[gG](?![A-Za-z])/)
    .map((sql) => sql.replace(/\s+/g, " ").trim())
    .filter((sql) => sql !== "");
}

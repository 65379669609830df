import { sqlContexts } from "../sql/sql-lexer";
import type { RiskFinding } from "./risk";

const READ: RiskFinding = { risk: "read", reason: null };

/** What SQL does, by its verbs outside strings and comments. */
export function findSqlRisk(text: string): RiskFinding {
  const contexts = sqlContexts(text);
  let code = "";
  for (let i = 0; i < text.length; i++) code += contexts[i] === "bare" ? text[i] : " ";
  const sql = code.replace(/\s+/g, " ").trim();
  const has = (pattern: RegExp) => pattern.test(sql);
  if (has(/\bpg_terminate_backend\s?\(/i)) return danger("Ends database sessions");
  if (
    has(
      /\bdrop\s+(?:table|database|schema|index|view|user|role|column|constraint|function|extension|owned)\b/i,
    )
  )
    return danger("Drops objects of the database");
  if (has(/(?:^|; ?)truncate\b/i)) return danger("Empties a table");
  if (has(/\bdelete\s+from\b/i)) return danger("Deletes rows");
  if (has(/(?:^|; ?)(?:kill|shutdown|flushall|flushdb)\b/i)) return danger("Stops or empties something");
  const update = /\bupdate\s+(?:only\s+)?\S+(?:\s+(?:as\s+)?\w+)?\s+set\b(.*)/i.exec(sql)?.[1];
  if (update !== undefined)
    return /\bwhere\b/i.test(update) ? change("Updates rows") : danger("Updates every row");
  if (has(/\b(?:insert\s+into|merge\s+into)\b|(?:^|; ?)replace\s+into\b/i)) return change("Inserts rows");
  if (has(/(?:^|; ?)create\b/i)) return change("Creates objects of the database");
  if (has(/(?:^|; ?)alter\b/i)) return change("Alters the database");
  if (has(/(?:^|; ?)(?:grant|revoke)\b/i)) return change("Changes permissions");
  if (has(/(?:^|; ?)(?:vacuum|reindex|analyze|cluster|refresh|optimize|checkpoint|call|do|copy|lock)\b/i))
    return change("Works on the database");
  if (has(/\bpg_(?:cancel_backend|reload_conf|switch_wal|promote|drop_replication_slot)\s?\(/i))
    return change("Changes the running database");
  return READ;
}

function danger(reason: string): RiskFinding {
  return { risk: "danger", reason };
}

function change(reason: string): RiskFinding {
  return { risk: "change", reason };
}

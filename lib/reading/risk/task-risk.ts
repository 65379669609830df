import type { Call } from "./call";
import { change, danger, disruption, READ, type RiskFinding, worstOf } from "./finding";
import { shorten } from "./target";
import { findNamedVerb, findVerb, splitName } from "./verbs";

const ROLLS_BACK = /^(?:rollback|restore|revert|undo|reset|fresh|refresh|down|downgrade|wipe)$/;
const DATA =
  /^(?:dbs?|data|database|databases|migrations?|schema|pg|postgres|postgresql|mysql|mongo|redis|sql)$/;

/** What a task of a project does, by its name (`db:drop`, `deploy`, `restart-workers`); a change where it says nothing. */
export function findTaskRisk(name: string, target: string | null = shorten([name])): RiskFinding {
  const task = name.replace(/\[.*$/s, "");
  const parts = task.split(/[:/.]/).filter((part) => part !== "");
  const words = splitName(task);
  const isData = words.some((word) => DATA.test(word) || word === "migrate");
  if (isData && words.some((word) => ROLLS_BACK.test(word)))
    return danger("Empties the database or rolls it back", target);
  const found = parts.map((part) => findNamedVerb(part));
  const worst = worstOf(found.filter((finding) => finding !== null));
  if (worst.risk === "danger") return danger("Runs a task that deletes or stops something", target);
  if (worst.isDisruptive)
    return disruption("Runs a task that restarts, rolls back or disables something", target);
  const isRead =
    found.at(-1)?.risk === "read" && !/^(?:test|tests|spec|report|lint|e2e)$/.test(parts.at(-1) ?? "");
  return isRead && worst.risk === "read" ? READ : change("Runs a task of the project", target);
}

/** What a script does, by the name of its file and folder and its first argument; a change where they say nothing. */
export function findScriptRisk(path: string, call: Call, firstArg: number): RiskFinding {
  const target = shorten([path]);
  if (
    call.flags.some(({ name }) =>
      /^--?(?:check|list|status|verify|validate|show|info|print|preview|plan|no-?op)$/.test(name),
    )
  )
    return READ;
  const byArgs = findArgRisk(call, firstArg);
  if (byArgs !== null && byArgs.risk !== "change") {
    return byArgs.risk === "read" ? READ : { ...byArgs, target };
  }
  return findNameRisk(path, target) ?? change("Runs a script", target);
}

/** What a name of a file or an unknown program says by its words; null when it says nothing. */
export function findNameRisk(path: string, target: string | null): RiskFinding | null {
  const parts = path.split("/");
  const words = splitName(
    (parts.at(-1) ?? "").replace(/\.(?:sh|bash|py|rb|pl|m?js|ts|ps1|exe|bat|cmd)$/i, ""),
  );
  const isData = [...parts.slice(0, -1), ...words].some((word) => DATA.test(word.toLowerCase()));
  const lead = /^(?:run|start|do|exec|test|auto)$/.test(words[0] ?? "") ? null : findVerb(words[0] ?? "");
  const isLook = words.length > 1 && lead === null && findVerb(words.at(-1) ?? "")?.risk === "read";
  if (isLook || lead?.risk === "read") return READ;
  const verb = lead ?? gravestOf(words);
  if (verb === null) return null;
  if (isData && words.some((word) => ROLLS_BACK.test(word)))
    return danger("Rolls data back or overwrites it", target);
  if (words.includes("restore")) return danger("Runs a script that overwrites data", target);
  if (verb.risk === "danger") return danger("Runs a script that deletes or stops something", target);
  if (verb.isDisruptive)
    return disruption("Runs a script that restarts, rolls back or disables something", target);
  return change("Runs a script", target);
}

function gravestOf(words: readonly string[]): RiskFinding | null {
  const found = words.map((word) => findVerb(word)).filter((verb) => verb !== null);
  return found.length > 0 ? worstOf(found) : null;
}

/** Flags whose value says what is done: `--action=stop`, `--function-id 0x1::pool::evict_member`. */
const ACTION_FLAG = /^--?(?:action|operation|op|method|function|function-id|command|task)$/;

/** The verb among the first words, else a flag that is one (`--delete`) or names one; null where nothing is said. */
export function findArgRisk(call: Call, from: number): RiskFinding | null {
  const target = shorten(call.args.slice(from));
  for (const { name, value, next } of call.flags) {
    const verb = ACTION_FLAG.test(name)
      ? findVerb((value ?? next ?? "").split(/::|[./]/).at(-1) ?? "")
      : /^--?[a-z]+$/.test(name)
        ? findVerb(name)
        : null;
    if (verb?.risk === "danger") return danger("Deletes or stops something", target);
  }
  for (let i = from; i < from + 4 && i < call.args.length; i++) {
    const arg = call.args[i] ?? "";
    if (!/^[a-z][\w:-]*$/i.test(arg)) break;
    const verb = findNamedVerb(arg);
    // `move view`, `migrate reset`: a word that changes may be the name of a group, the plain verb behind it decides.
    const next = call.args[i + 1] ?? "";
    const isGroup =
      verb?.risk === "change" && !verb.isDisruptive && /^[a-z]+$/.test(next) && findVerb(next) !== null;
    if (verb !== null && !isGroup)
      return verb.risk === "read" ? READ : { ...verb, target: shorten(call.args.slice(i + 1)) };
  }
  return null;
}

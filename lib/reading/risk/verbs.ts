import { change, danger, disruption, READ, type RiskFinding } from "./finding";

type VerbClass = "read" | "change" | "disruption" | "danger";

/**
 * Words that mean the same everywhere when they stand where a program, a task, a method or a path of an API names
 * what it does.
 */
const VERBS: Readonly<Record<VerbClass, string>> = {
  danger: `
    delete del destroy remove rm purge drop wipe erase terminate kill stop shutdown halt poweroff reboot uninstall
    evict recycle drain truncate flush nuke teardown decommission deprovision deallocate unlink zap expunge obliterate
    deregister prune reset clear discard unpublish overwrite flushall flushdb undeploy`,
  disruption: `
    restart bounce rollback revert undo abort rotate disable failover switchover suspend revoke deactivate
    invalidate ban block quarantine lock regenerate stepdown demote unregister rollover`,
  change: `
    create add set update apply put write insert save edit modify change patch replace install upgrade deploy release
    publish promote enable activate start run resume unpause pause scale resize move rename copy import upload push
    send post submit restore migrate sync reload rebuild reindex repair compact register issue grant approve assign
    unassign merge execute trigger retry requeue replay schedule attach detach cordon uncordon unlock unban unblock
    build provision seed load generate init bootstrap`,
  read: `
    get list ls show describe view status info check verify validate diff plan inspect log logs history version help
    top search find query explain lint print cat watch tail wait login logout whoami ping health report preview scan
    audit dump export test read count stat stats compare monitor fetch download open whereis doctor ps`,
};

const REASONS: Readonly<Record<"change" | "disruption" | "danger", string>> = {
  danger: "Deletes or stops something",
  disruption: "Restarts, rolls back or disables something",
  change: "Changes something",
};

const CLASS_OF: ReadonlyMap<string, VerbClass> = new Map(
  (["read", "change", "disruption", "danger"] as const).flatMap((kind) =>
    VERBS[kind]
      .trim()
      .split(/\s+/)
      .map((verb) => [verb, kind] as const),
  ),
);

/** Words before a verb that say how it is done: `force-delete`, `batchImport`. */
const MANNER = /^(?:batch|bulk|force|mass|hard|soft|auto|safe|safely|async|multi)$/;
/** Reading verbs that open names of actions; the others open names of things too (`search-index`, `log-level`). */
const ASKING = /^(?:get|list|describe|show|view|check|fetch|verify|validate|dump|export|print|inspect)$/;

/** What a name says by its first word (`recycle-node`, `deleteMany`, `remove_note`); null when that is no verb. */
export function findVerb(name: string): RiskFinding | null {
  const words = splitName(name);
  const [verb = "", ...rest] = MANNER.test(words[0] ?? "") ? words.slice(1) : words;
  const kind = CLASS_OF.get(verb);
  if (kind === undefined || (kind === "read" && rest.length > 0 && !ASKING.test(verb))) return null;
  if (kind === "read") return READ;
  const reason = REASONS[kind];
  return kind === "danger" ? danger(reason) : kind === "change" ? change(reason) : disruption(reason);
}

/** As findVerb; where the first word is none, the last may be one that deletes or disturbs (`db-drop`, `job_abort`). */
export function findNamedVerb(name: string): RiskFinding | null {
  const words = splitName(name);
  const last = words.length > 1 ? findVerb(words.at(-1) ?? "") : null;
  return findVerb(name) ?? (last?.isDisruptive ? last : null);
}

/** Words of a name in lower case: `camelCase`, `snake_case`, `kebab-case`, with dots or colons. */
export function splitName(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}

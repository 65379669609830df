import type { Risk } from "@/lib/domain/document";
import { MACHINE_RULES } from "./risk-rules-machine";
import { PLATFORM_RULES } from "./risk-rules-platform";

export type RiskRule = readonly [pattern: RegExp, risk: Risk, reason: string];

/**
 * Read from top to bottom; the first that fits decides. A pattern sees the words of one simple command joined by
 * blanks, quoted words of several words as `·`. `$1` in a reason is the first group.
 */
export const RISK_RULES: readonly RiskRule[] = [...PLATFORM_RULES, ...MACHINE_RULES];

/** Where no rule knows the program: words that mean the same everywhere, in the place of a subcommand. */
export const GENERIC_RULES: readonly RiskRule[] = [
  [
    /^(?:grep|egrep|rg|echo|printf|cat|less|tail|head|awk|sed|jq|yq|ls|ll|cd|man|which|type|test|read|export|psql|mysql|make|npm|git|for|case|history|cut|sort|uniq|wc|tr|nc|dig|nslookup|ping|journalctl|systemctl|watch|sudo|xargs|env|ssh|time|sleep|helm)(?= |$)/,
    "read",
    "",
  ],
  [
    /^\S+ (?:[a-z][\w:-]* ){0,3}?(?:delete|destroy|remove|purge|drop|wipe|terminate|kill|stop|shutdown|uninstall|evict|recycle|drain|reset|force\w*)(?:-[\w-]+)?(?= |$)/,
    "danger",
    "Deletes or stops something",
  ],
  [
    /^\S+ (?:[a-z][\w:-]* ){0,3}?(?:create|update|apply|set|add|restart|start|enable|disable|deploy|install|import|batch-import|rebuild|restore|migrate|rotate|upgrade|rollback|scale|sync|promote|failover|issue|write|put|push)(?:-[\w-]+)?(?= |$)/,
    "change",
    "Changes something",
  ],
];

/** Script names that say what they do. */
export const SCRIPT_RULES: readonly RiskRule[] = [
  [
    /(?:^|\/)(?:check|status|list|health|verify|validate|get|show|diff|info|inspect|report|view|describe)[\w-]*(?:\.\w+)?$/,
    "read",
    "",
  ],
  [
    /(?:^|[/_.-])(?:db|database|migrations?|schema|data|pg|postgres|mysql)[/_-](?:\S*)(?:rollback|restore|reset|revert)/,
    "danger",
    "Rolls the database back",
  ],
  [
    /(?:delete|destroy|drop|purge|wipe|nuke|teardown|uninstall|restore|kill|force)/,
    "danger",
    "Runs a script that deletes or overwrites",
  ],
  [/[_-](?:check|checks|status|report|info|verify|validate|health)(?:\.\w+)?$/, "read", ""],
  [/rollback|revert|undo/, "change", "Rolls a deployment back"],
  [/restart|reload/, "change", "Restarts something"],
  [/rotate/, "change", "Rotates secrets"],
  [/migrat/, "change", "Migrates the database"],
  [/(?:deploy|release|hotfix|rollout|promote)[\w-]*(?:\.\w+)?$/, "change", "Deploys"],
];

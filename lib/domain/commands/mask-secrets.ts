import type { Variable } from "../document";
import { quoteValue } from "./quote-value";

const MASK = "••••";
const CONTEXTS = ["shell-bare", "shell-single", "shell-double", "sql-string"] as const;
/** A literal that is no placeholder, no variable and not masked already. */
const LITERAL = "(?![$<[{•])(?:\"(?![$<[{•])[^\"\\n]*\"|'(?![$<[{•])[^'\\n]*'|[^\\s\"'&|;]+)";
const NAME =
  "[\\w.-]*(?:password|passwd|passphrase|secret|token|api[-_]?key|private[-_]?key|access[-_]?key|credentials?|webhook[-_]?url)[\\w.-]*(?<![-_](?:id|name|path|file|arn|namespace|ttl|type|version))";

const SHAPES: readonly (readonly [RegExp, string])[] = [
  [
    /((?:proxy-)?authorization["']?\s*[:=]\s*["']?(?:(?:bearer|basic|token|apikey)\s+)?)(?!(?:bearer|basic|token|apikey)\s)(?![$<[{•\s])[^\s"'\\]+/gi,
    `$1${MASK}`,
  ],
  [
    /((?:private-token|x-api-key|x-auth-token|x-vault-token|x-gitlab-token|cookie)["']?\s*:\s*["']?)(?![$<[{•\s])[^"'\n\\]+/gi,
    `$1${MASK}`,
  ],
  [new RegExp(`((?:^|[^\\w.-])-{0,2}${NAME}["']?\\s*(?:=|:\\s*))${LITERAL}`, "gi"), `$1${MASK}`],
  [new RegExp(`(--${NAME}[ \\t]+)(?!-)${LITERAL}`, "gi"), `$1${MASK}`],
  [/(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@"']*:)(?![$<[{•])[^\s@/"']+(?=@)/gi, `$1${MASK}`],
  [/(\bcurl\b[^\n|;]*\s(?:-u|--user)[ =]["']?[^\s:"']+:)(?![$<[{•])[^\s"']+/g, `$1${MASK}`],
  [
    /\b(?:gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[abprs]-[\w-]{10,}|A(?:K|S)IA[A-Z0-9]{16}|eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*|sk-[\w-]{20,})/g,
    MASK,
  ],
  [/(https:\/\/hooks\.slack\.com\/services\/)(?![$<[{•])[^\s"']+/gi, `$1${MASK}`],
];

/**
 * Takes secrets out of a text before it leaves the browser: every value of a secret variable, quoted in whatever way,
 * and literals that look like one (`--password=…`, `Authorization: Bearer …`). Placeholders and `$NAMES` stay.
 */
export function maskSecrets(
  text: string,
  values: Readonly<Record<string, string>>,
  variables: readonly Variable[],
): string {
  const forms = new Set<string>();
  for (const { key, isSecret } of variables) {
    const value = isSecret && Object.hasOwn(values, key) ? values[key] : undefined;
    if (!value) continue;
    forms.add(value);
    forms.add(encodeURIComponent(value));
    for (const context of CONTEXTS) forms.add(quoteValue(value, context) ?? value);
  }
  let masked = text;
  // The longest first: a quoted form holds the bare one.
  for (const form of [...forms].sort((a, b) => b.length - a.length)) masked = masked.replaceAll(form, MASK);
  for (const [shape, replacement] of SHAPES) masked = masked.replace(shape, replacement);
  return masked;
}

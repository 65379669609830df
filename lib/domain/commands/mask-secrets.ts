import type { Variable } from "../document";
import { quoteValue } from "./quote-value";

const MASK = "••••";
const CONTEXTS = ["shell-bare", "shell-single", "shell-double", "sql-string"] as const;
/** A literal that is no placeholder, no variable and not masked already. */
const LITERAL = "(?![$<[{•])(?:\"(?![$<[{•])[^\"\\n]*\"|'(?![$<[{•])[^'\\n]*'|[^\\s\"'&|;]+)";
const SECRET_NAME =
  /password|passwd|passphrase|secret|token|api[-_]?key|private[-_]?key|access[-_]?key|credential|webhook[-_]?url/i;
const NO_SECRET = /[-_](?:id|name|path|file|arn|namespace|ttl|type|version)$/i;
const AFTER_NAME = new RegExp(`(["']?\\s{0,8}(?:=|:\\s{0,8}))${LITERAL}`, "y");
const AFTER_FLAG = new RegExp(`(["']?\\s{0,8}(?:=|:\\s{0,8})|[ \\t]{1,8}(?!-))${LITERAL}`, "y");

// Every run is bounded or begins at one place only: a text from anywhere must not hold the process up.
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [
    /((?:proxy-)?authorization["']?\s*[:=]\s*["']?(?:(?:bearer|basic|token|apikey)\s+)?)(?!(?:bearer|basic|token|apikey)\s)(?![$<[{•\s])[^\s"'\\]+/gi,
    `$1${MASK}`,
  ],
  [
    /((?:private-token|x-api-key|x-auth-token|x-vault-token|x-gitlab-token|cookie)["']?\s*:\s*["']?)(?![$<[{•\s])[^"'\n\\]+/gi,
    `$1${MASK}`,
  ],
  [/(\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s:/@"']{0,200}:)(?![$<[{•])[^\s@/"']{1,400}(?=@)/gi, `$1${MASK}`],
  [/(\bcurl\b[^\n|;]{0,400}\s(?:-u|--user)[ =]["']?[^\s:"']+:)(?![$<[{•])[^\s"']+/g, `$1${MASK}`],
  [
    /\b(?:gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[abprs]-[\w-]{10,}|A(?:K|S)IA[A-Z0-9]{16}|eyJ[\w-]{8,2000}\.[\w-]{8,4000}\.[\w-]{0,2000}|sk-[\w-]{20,})/g,
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
  return maskNamed(masked);
}

/** What stands behind a name that says secret: `DB_PASSWORD=x`, `"api_key": "x"`, `--token x`. */
function maskNamed(text: string): string {
  let masked = "";
  let done = 0;
  for (const { 0: name, index } of text.matchAll(/(?<![\w.-])[\w.-]+/g)) {
    if (index < done || !SECRET_NAME.test(name) || NO_SECRET.test(name)) continue;
    const end = index + name.length;
    const shape = name.startsWith("--") ? AFTER_FLAG : AFTER_NAME;
    shape.lastIndex = end;
    const hit = shape.exec(text);
    if (!hit) continue;
    masked += text.slice(done, end) + hit[1] + MASK;
    done = end + hit[0].length;
  }
  return masked + text.slice(done);
}

import type { Variable } from "../document";

const MASK = "••••";
/** A literal that is no placeholder, no variable and not masked already. */
const LITERAL =
  '(?![$<[{•])(?:\\\\{1,7}"(?![$<[{•])[^"\\\\\\n]*\\\\{1,7}"|"(?![$<[{•])[^"\\n]*"|\'(?![$<[{•])[^\'\\n]*\'|[^\\s"\'&|;]+)';
const SECRET_NAME =
  /password|passwd|passphrase|secret|token|api[-_]?key|private[-_]?key|access[-_]?key|credential|webhook[-_]?url/i;
const NO_SECRET = /[-_](?:id|name|path|file|arn|namespace|ttl|type|version)$/i;
const AFTER_NAME = new RegExp(`((?:\\\\{0,7}["'])?\\s{0,8}(?:=|:\\s{0,8}))${LITERAL}`, "y");
const AFTER_FLAG = new RegExp(`((?:\\\\{0,7}["'])?\\s{0,8}(?:=|:\\s{0,8})|[ \\t]{1,8}(?!-))${LITERAL}`, "y");

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
  const secrets = variables.flatMap(({ key, isSecret }) => {
    const value = isSecret && Object.hasOwn(values, key) ? values[key] : undefined;
    return value ? [value] : [];
  });
  let masked = text;
  // The longest first: one secret may hold another.
  for (const secret of secrets.sort((a, b) => b.length - a.length)) {
    masked = masked.replaceAll(secret, MASK).replace(anyForm(secret), MASK);
  }
  for (const [shape, replacement] of SHAPES) masked = masked.replace(shape, replacement);
  return maskNamed(masked);
}

/**
 * Every form that quoting gives a value, however deep: quotes and backslashes come and go between its characters, and
 * each character may be percent-encoded. Quotes of the value itself are among those that come and go.
 */
function anyForm(secret: string): RegExp {
  const chars = [...secret].filter((char) => !/['"\\]/.test(char));
  if (chars.length === 0) return /(?!)/;
  const forms = chars.map((char) => {
    const plain = char.replace(/[$()*+./?[\]^{|}-]/g, "\\$&");
    const bytes = [...new TextEncoder().encode(char)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`);
    return `(?:${plain}|${bytes.join("").toUpperCase()})`;
  });
  return new RegExp(forms.join("(?:['\"\\\\]|%2[27]|%5C){0,64}"), "g");
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

/** Words in a name that make its value a secret. */
const SECRET =
  /(?:^|[^a-z])(?:token|password|passwd|passphrase|pass|pwd|secret|api[-_ ]?key|private[-_ ]?key|access[-_ ]?key|signing[-_ ]?key|encryption[-_ ]?key|secret[-_ ]?key|credentials?|webhook[-_ ]?url|authorization|bearer|connection[-_ ]?string|database[-_ ]?url|dsn|otp)s?(?![a-z])/i;
/** The same inside a longer word: `PGPASSWORD`, `dbPassword`, `accesstoken`, `REDISCLI_AUTH`. */
const INSIDE =
  /password|passwd|passphrase|secret|(?<!auto)token(?!i[sz])|api[-_ ]?key|credential|sshpass|_auth$|(?:^|[-_ ])(?:jwt|pat)$|cookie/i;
/** `secret-name` and `TOKEN_FILE` tell where the secret is, not what it is. */
const POINTER =
  /[-_ ](?:name|names|id|path|file|filename|arn|namespace|version|ttl|expiry|type|ref|length|dir)$/i;

/** A value of this name must not leave the browser. */
export function isSecretName(name: string): boolean {
  return (SECRET.test(name) || INSIDE.test(name)) && !POINTER.test(name);
}

/** What stands right before the value says that it is a secret: `Authorization:`, `--password`, `DB_PASSWORD=`. */
export function isSecretPlace(before: string): boolean {
  const tail = before.slice(-120);
  if (
    /(?:authorization|private-token|x-api-key|x-auth-token|x-vault-token)["']?\s*:\s*["']?(?:(?:bearer|basic|token|apikey)\s+)?["']?$/i.test(
      tail,
    )
  )
    return true;
  const name = /(?:^|[^\w-])(?:--?)?([A-Za-z][\w.-]*)["']?(?:\s*[=:]\s*|\s+)["']?$/.exec(tail);
  if (!name?.[1]) return false;
  const isFlagOrKey = /[=:]\s*["']?$/.test(tail) || /(?:^|\s)--?[\w-]+\s+["']?$/.test(tail);
  return isFlagOrKey && isSecretName(name[1]);
}

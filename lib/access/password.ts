import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** OWASP's argon2id floor: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A hash in PHC form (`$argon2id$v=19$…`). */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), cost);
}

let nobody: Promise<string> | null = null;

/**
 * True when the password fits. Without a stored hash the same work is done on a dummy, so that the time of the
 * answer does not tell which addresses have an account.
 */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword("no account has this password");
  const fits = await verify(stored ?? (await nobody), password.normalize("NFKC"));
  return stored !== null && fits;
}

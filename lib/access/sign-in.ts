import "server-only";
import { z } from "zod";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import type { SessionClaims } from "./auth-options";
import { passwordFits } from "./password";
import { countSignInTry, forgetSignInTries } from "./rate-limit";
import { toActor, withSquads } from "./user-row";

/** Lower case and NFKC before the check, so that look-alike signs cannot slip through it. */
export const emailSchema = z
  .string()
  .transform((text) => text.normalize("NFKC").trim().toLowerCase())
  .pipe(z.email("Enter an email address like ana@example.com.").max(254));

export const passwordSchema = z
  .string()
  .min(12, "Use at least 12 characters.")
  .max(200, "Use at most 200 characters.")
  .refine((text) => !text.includes("\0"), "Leave out control characters.");

const refused = () => new AppError("not-signed-in", "Email or password is not right.");

/**
 * Checks email and password. Gives what the session carries; throws AppError "not-signed-in" (the same sentence
 * whether the address is unknown, disabled or the password wrong) or "too-many-requests".
 */
export async function signInWithPassword(
  input: { email: string; password: string },
  address: string | null,
): Promise<SessionClaims> {
  const email = emailSchema.safeParse(input.email);
  if (!email.success || input.password.length > 200 || input.password.includes("\0")) throw refused();
  await countSignInTry(email.data, address);
  const user = await db().user.findUnique({ where: { email: email.data }, include: withSquads });
  const fits = await passwordFits(user?.passwordHash ?? null, input.password);
  if (!user || !fits || user.disabledAt) throw refused();
  await forgetSignInTries(email.data);
  return { actor: toActor(user), tokenVersion: user.tokenVersion };
}

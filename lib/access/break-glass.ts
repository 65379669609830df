import "server-only";
import { createHash } from "node:crypto";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { db } from "@/lib/db/client";
import { isUnavailable } from "@/lib/db/errors";
import type { Actor } from "@/lib/domain/actor";
import { env } from "@/lib/env";
import { log } from "@/lib/log";

/** What a browser holds once it has opened a break-glass link, encrypted and signed like a session. */
export type BreakGlassPass = z.infer<typeof passSchema>;

const passSchema = z.object({
  linkId: z.uuid(),
  /** Made for this browser: tells the visitors of one link apart. */
  visitId: z.uuid(),
  /** ISO 8601: the end of the link. */
  until: z.iso.datetime(),
});

export const breakGlassName = "Break-glass reader";

const cookieName = "portal-break-glass";
/** Another key than that of sessions: neither cookie is good in the place of the other. */
const salt = "break-glass";
/** A link's last use is noted once in this time, so that reading does not write at each page. */
const noteEveryMs = 60_000;

/** The token is random, so a plain hash is enough: whoever reads the table cannot read runbooks with it. */
export function hashReadToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Gives the answer of a route the cookie that lets its browser read until the link's end. */
export async function keepPass(pass: BreakGlassPass): Promise<void> {
  const until = new Date(pass.until);
  const maxAge = Math.max(1, Math.floor((until.getTime() - Date.now()) / 1_000));
  const { NEXTAUTH_SECRET, NEXTAUTH_URL } = env();
  (await cookies()).set(
    cookieName,
    await encode({ token: { pass }, secret: NEXTAUTH_SECRET, salt, maxAge }),
    {
      httpOnly: true,
      sameSite: "lax",
      secure: NEXTAUTH_URL.startsWith("https://"),
      path: "/",
      expires: until,
    },
  );
}

/** Takes the cookie away again. */
export async function dropPass(): Promise<void> {
  (await cookies()).delete(cookieName);
}

/** The pass in this request's cookie; null when there is none, or it was tampered with or has ended. */
export async function readPass(): Promise<BreakGlassPass | null> {
  const value = (await cookies()).get(cookieName)?.value;
  if (!value) return null;
  // Throws for whatever this portal did not write, and for what is over.
  const token = await decode({ token: value, secret: env().NEXTAUTH_SECRET, salt }).catch(() => null);
  const parsed = passSchema.safeParse(token?.pass);
  return parsed.success && isAhead(new Date(parsed.data.until)) ? parsed.data : null;
}

/** Whoever came by a break-glass link and asks now; null when nobody did or the link has ended. */
export async function findBreakGlassReader(): Promise<Actor | null> {
  const pass = await readPass();
  return pass && breakGlassReader(pass);
}

/**
 * The visitor behind a pass. The link's row is asked each time, so that a revoked one is over at once; while the
 * database is away the pass counts by its signature, up to the end that it names.
 */
export async function breakGlassReader(pass: BreakGlassPass): Promise<Actor | null> {
  if (!isAhead(new Date(pass.until))) return null;
  const visitor: Actor = {
    id: pass.visitId,
    name: breakGlassName,
    email: "",
    role: "reader",
    memberOf: [],
    editorOf: [],
    breakGlassUntil: pass.until,
  };
  try {
    const link = await db().readLink.findUnique({ where: { id: pass.linkId } });
    if (!link || link.revokedAt || !isAhead(link.expiresAt)) return null;
    noteUse(link);
    return visitor;
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return { ...visitor, isStandIn: true };
  }
}

/** Nobody waits for it, and a database that only reads refuses it. */
function noteUse({ id, lastUsedAt }: { id: string; lastUsedAt: Date | null }): void {
  const now = new Date();
  if (lastUsedAt && now.getTime() - lastUsedAt.getTime() < noteEveryMs) return;
  db()
    .readLink.update({ where: { id }, data: { lastUsedAt: now } })
    .catch((error: unknown) => log().warn({ err: error }, "the use of a break-glass link was not noted"));
}

function isAhead(time: Date): boolean {
  return time.getTime() > Date.now();
}

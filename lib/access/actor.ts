import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { connection } from "next/server";
import { cache } from "react";
import { isUnavailable } from "@/lib/db/errors";
import type { Actor } from "@/lib/domain/actor";
import { safePath } from "@/lib/domain/safe-path";
import { AppError } from "@/lib/errors";
import type { SessionClaims } from "./auth-options";
import { findBreakGlassReader } from "./break-glass";
import { readSession } from "./session";
import { currentActor, readUsers } from "./user-row";

/**
 * Who asks, or null. Role and squads come from the database at each request, so that what was taken away is gone at
 * once. With Postgres gone the signed session's own copy counts, for reading alone: nothing can be written then.
 * Without a session, a break-glass link that this browser has opened counts.
 */
export const findActor = cache(async (): Promise<Actor | null> => {
  // Says that there is a request to wait for, before anything of the running portal is touched: builds have neither.
  await connection();
  const claims = await readSession();
  const person = claims ? await actorOf(claims) : null;
  return person ?? findBreakGlassReader();
});

/** For pages: the actor, or a redirect to the sign-in page, which leads back here. */
export async function requireActor(): Promise<Actor> {
  const actor = await findActor();
  if (actor) return actor;
  const wanted = safePath((await headers()).get("x-portal-path"));
  return redirect(wanted === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(wanted)}`);
}

/**
 * For routes and actions: the actor, or AppError "not-signed-in". A browser that has kept an act says whose it is:
 * somebody else may have signed in since, and must not be taken for the one who did it.
 */
export async function actorOrThrow(): Promise<Actor> {
  const actor = await findActor();
  if (!actor) throw new AppError("not-signed-in", "Sign in first: your session has ended.");
  const meant = (await headers()).get("x-portal-person");
  if (meant !== null && meant !== actor.id) {
    throw new AppError("not-signed-in", "Somebody else did this and is not signed in now.");
  }
  return actor;
}

/** The actor behind a session's claims; null when the account is gone, disabled, or its sessions were ended. */
export async function actorOf(claims: SessionClaims): Promise<Actor | null> {
  try {
    const [user] = await readUsers([claims.actor.id]);
    return currentActor(user, claims);
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    const { actor } = claims;
    return { ...actor, role: "reader", editorOf: [], isStandIn: true, claimedRole: actor.role };
  }
}

import "server-only";
import type { Actor } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";
import { breakGlassReader, readPass } from "./break-glass";
import { readSession } from "./session";
import { readWatchedRights } from "./watched-rights";

export type WatchedActor = {
  actor: Actor;
  /** Who this is by now, at most a second old, without the request: null once the account or its sessions are gone. */
  reload: () => Promise<Actor | null>;
};

/**
 * Who asks, for answers that stay open longer than a request. Throws AppError "not-signed-in"; with the database away
 * it fails, since such an answer would have nothing to say.
 */
export async function watchActor(): Promise<WatchedActor> {
  const claims = await readSession();
  const person = claims ? await readWatchedRights(claims) : null;
  if (claims && person) return { actor: person, reload: () => readWatchedRights(claims) };
  const pass = await readPass();
  const visitor = pass && (await breakGlassReader(pass));
  if (!pass || !visitor) throw new AppError("not-signed-in", "Sign in first: your session has ended.");
  return { actor: visitor, reload: () => breakGlassReader(pass) };
}

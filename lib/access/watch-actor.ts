import "server-only";
import { getServerSession } from "next-auth";
import type { Actor } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";
import { actorOf } from "./actor";
import { authOptions } from "./auth-options";

export type WatchedActor = {
  actor: Actor;
  /** Asks the database again, without the request: null once the account or its sessions are gone. */
  reload: () => Promise<Actor | null>;
};

/** Who asks, for answers that stay open longer than a request. Throws AppError "not-signed-in". */
export async function watchActor(): Promise<WatchedActor> {
  const session = await getServerSession(authOptions());
  const claims = session?.claims;
  const actor = claims ? await actorOf(claims) : null;
  if (!claims || !actor) throw new AppError("not-signed-in", "Sign in first: your session has ended.");
  return { actor, reload: () => actorOf(claims) };
}

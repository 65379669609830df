import { forgetPlaces } from "@/components/board/last-places";
import { forgetCopy } from "@/components/offline/forget-copy";
import { signOutInBrowser } from "@/lib/access/sign-in-client";
import { forgetSignOut, keepSignOut } from "./pending-sign-out";

/**
 * Drops what this device keeps of the portal, then ends the session. Without a network the first part happens alone,
 * and the shell says so; the next page that reaches the portal does the rest.
 */
export async function signOutHere(personId: string): Promise<void> {
  keepSignOut(personId);
  await end("/sign-in").catch(() => window.location.assign("/"));
}

/** Ends the session of somebody who has signed out here before. Throws what the network throws; then it is still due. */
export const finishSignOut = (): Promise<void> => end("/sign-in?ended");

async function end(goal: string): Promise<void> {
  forgetPlaces();
  await forgetCopy();
  await signOutInBrowser();
  forgetSignOut();
  window.location.assign(goal);
}

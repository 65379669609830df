import { forgetCopy } from "@/components/offline/forget-copy";
import { signOutInBrowser } from "@/lib/access/sign-in-client";

/** Drops what this device keeps of the portal, then ends the session. Without a network the first part happens alone. */
export async function signOutHere(): Promise<void> {
  await forgetCopy();
  await signOutInBrowser().catch(() => window.location.assign("/"));
}

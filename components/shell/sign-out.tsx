"use client";

import { LogOut } from "lucide-react";

/** Without a script the link leads to a page that asks once more. */
export function SignOut() {
  return (
    <a
      href="/api/auth/signout"
      onClick={async (event) => {
        event.preventDefault();
        // Few pages end in a sign-out: its code comes when it is wanted.
        const { signOutInBrowser } = await import("@/lib/access/sign-in-client");
        await signOutInBrowser();
      }}
    >
      <LogOut size={15} aria-hidden />
      Sign out
    </a>
  );
}

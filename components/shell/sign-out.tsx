"use client";

import { LogOut } from "lucide-react";
import { type ComponentType, useState } from "react";

type Question = ComponentType<{ personId: string; onStay: () => void }>;

/** Without a script the link leads to a page that asks once more. Few pages end in a sign-out: its code comes then. */
export function SignOut({ personId }: { personId: string }) {
  const [Asked, setAsked] = useState<Question | null>(null);
  const leave = async () => {
    const { isOutboxEmpty, SignOutQuestion } = await import("@/components/outbox/sign-out-question");
    if (!(await isOutboxEmpty(personId))) {
      // The question lies below the browser's top layer, where the menu is.
      document.getElementById("user-menu")?.hidePopover();
      setAsked(() => SignOutQuestion);
      return;
    }
    const { signOutHere } = await import("@/components/shell/sign-out-here");
    await signOutHere(personId);
  };
  return (
    <>
      <a
        href="/api/auth/signout"
        onClick={(event) => {
          event.preventDefault();
          void leave();
        }}
      >
        <LogOut size={15} aria-hidden />
        Sign out
      </a>
      {Asked ? <Asked personId={personId} onStay={() => setAsked(null)} /> : null}
    </>
  );
}

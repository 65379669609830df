"use client";

import { useEffect } from "react";
import { forgetSignOut, pendingSignOut } from "@/components/shell/pending-sign-out";
import { whenIdle } from "@/components/ui/when-idle";
import { holdBuild } from "./build-lock";
import { tellKept } from "./kept-state";

let isStarted = false;

/** Keeps this device ready for the time without a network, once the page itself is done. */
export function CopyKeeper({ build, personId }: { build: string; personId: string }) {
  useEffect(() => {
    if (isStarted) return;
    // At once: a worker of a newer build that takes over before would drop the files of this page.
    holdBuild(build);
    if (pendingSignOut() === personId) return finishWhenOnline();
    // Somebody else has signed in since.
    forgetSignOut();
    return whenIdle(() => {
      isStarted = true;
      import("./keep-copy")
        .then(({ keepCopy }) => keepCopy())
        .catch(() => {
          isStarted = false;
          tellKept({ phase: "behind" });
        });
    });
  }, [build, personId]);
  return null;
}

/** Ends a session whose person has signed out while the portal could not be told. Nothing is kept for them meanwhile. */
function finishWhenOnline(): () => void {
  const finish = () => {
    import("@/components/shell/sign-out-here").then(({ finishSignOut }) => finishSignOut()).catch(() => {});
  };
  finish();
  window.addEventListener("online", finish);
  return () => window.removeEventListener("online", finish);
}

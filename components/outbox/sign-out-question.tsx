"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { browserOutbox } from "./browser-outbox";
import { exportOutbox } from "./export-outbox";
import { countsOf, countWords } from "./outbox-words";
import { useOutbox } from "./use-outbox";

/** Whether all that this person did here is in the record. Asks the storage, so that no other tab is overlooked. */
export async function isOutboxEmpty(personId: string): Promise<boolean> {
  const outbox = browserOutbox(personId);
  await outbox.refresh();
  const { entries, unkept } = outbox.get();
  return entries.length + unkept.length === 0;
}

/** Asked before a sign-out that would leave something behind. */
export function SignOutQuestion({ personId, onStay }: { personId: string; onStay: () => void }) {
  const { snapshot } = useOutbox(personId);
  const words = countWords({ ...countsOf(snapshot), foreign: 0 });
  const leave = async () => {
    const { signOutHere } = await import("@/components/shell/sign-out-here");
    await signOutHere(personId);
  };
  return (
    <Dialog
      role="alertdialog"
      title="Sign out before all is sent?"
      text={
        words
          ? `${words}: not yet in the record. It stays on this device and is sent when you, and nobody else, sign in here again.`
          : "All is sent now."
      }
      onClose={onStay}
    >
      <div className="dialog-acts">
        <Button variant="ghost" onClick={() => exportOutbox(snapshot, new Date())}>
          Export as a file
        </Button>
        <Button onClick={leave}>Sign out</Button>
        <Button variant="strong" onClick={onStay}>
          Stay signed in
        </Button>
      </div>
    </Dialog>
  );
}

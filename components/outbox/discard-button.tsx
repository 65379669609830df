"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

/** Gives up something that is not in the record, after a question. */
export function DiscardButton({ onDiscard }: { onDiscard: () => void }) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button size="small" variant="ghost" onClick={() => setIsAsking(true)}>
        Discard
      </Button>
      {isAsking ? (
        <Dialog
          role="alertdialog"
          title="Discard this?"
          text="It is not in the incident's record and will not be. This cannot be taken back."
          onClose={() => setIsAsking(false)}
        >
          <div className="dialog-acts">
            <Button variant="ghost" onClick={() => setIsAsking(false)}>
              Keep it
            </Button>
            <Button
              variant="danger"
              onClick={() => {
                setIsAsking(false);
                onDiscard();
              }}
            >
              Discard for good
            </Button>
          </div>
        </Dialog>
      ) : null}
    </>
  );
}

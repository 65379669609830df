"use client";

import "./outbox.css";
import { CloudUpload, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useIsLate } from "@/components/ui/use-is-late";
import { OutboxTray } from "./outbox-tray";
import { countsOf, countWords } from "./outbox-words";
import { useOutbox } from "./use-outbox";

const patienceMs = 1_000;

/** In the header of every page: nothing while all is in the record, else how much is not, and the way to it. */
export function OutboxStatus({ personId }: { personId: string }) {
  const { outbox, snapshot } = useOutbox(personId);
  const [isOpen, setIsOpen] = useState(false);
  const all = countsOf(snapshot);
  // What is acknowledged at once is not worth a word.
  const isLate = useIsLate(all.waiting > 0, patienceMs);
  const counts = { ...all, waiting: isLate || isOpen ? all.waiting : 0 };
  const words = countWords(counts);
  const isTrouble = counts.unkept + counts.refused > 0;
  const Icon = isTrouble ? TriangleAlert : CloudUpload;
  const count = counts.unkept + counts.refused + counts.waiting || counts.foreign;
  return (
    <>
      {words ? (
        <button
          type="button"
          className="outbox-button"
          data-trouble={isTrouble || undefined}
          aria-haspopup="dialog"
          aria-label={`${words}: not yet in the record`}
          onClick={() => setIsOpen(true)}
        >
          <Icon size={15} aria-hidden />
          <span className="outbox-words">{words}</span>
          <span className="outbox-count" aria-hidden>
            {count}
          </span>
        </button>
      ) : null}
      <p className="sr-only" role="status">
        {words ? `${words}, not yet in the record.` : ""}
      </p>
      {isOpen ? <OutboxTray outbox={outbox} snapshot={snapshot} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}

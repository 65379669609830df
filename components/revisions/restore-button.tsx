"use client";

import { useRouter } from "next/navigation";
import { lazy, Suspense, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import type { ActionResult } from "@/lib/domain/action-result";

// The dialog brings Radix along: it comes when the first one is asked for.
const Dialog = lazy(() => import("@/components/ui/dialog").then((module) => ({ default: module.Dialog })));

export type RestoreAction = (input: {
  slug: string;
  number: number;
  parentNumber: number;
}) => Promise<ActionResult<{ number: number }>>;

type RestoreButtonProps = { slug: string; number: number; currentNumber: number; restore: RestoreAction };

/** Makes an old text the newest revision, after asking: everybody reads it from then on. */
export function RestoreButton({ slug, number, currentNumber, restore }: RestoreButtonProps) {
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, start] = useTransition();

  const run = () =>
    start(async () => {
      setProblem(null);
      const answer = await restore({ slug, number, parentNumber: currentNumber }).catch(() => null);
      if (!answer) return setProblem("The portal cannot be reached. Nothing was restored.");
      if (!answer.ok) return setProblem(answer.message);
      setIsOpen(false);
      router.push(`/runbooks/${encodeURIComponent(slug)}/history`);
      router.refresh();
    });

  return (
    <>
      <Button size="small" className="needs-js" onClick={() => setIsOpen(true)}>
        Restore
        <span className="sr-only"> revision {number}</span>
      </Button>
      <Suspense fallback={null}>
        {isOpen ? (
          <Dialog
            title={`Restore revision ${number}?`}
            text={`Its text becomes revision ${currentNumber + 1}, which everybody reads from then on. The revisions in between stay in the history.`}
            onClose={() => setIsOpen(false)}
          >
            {problem ? (
              <p role="alert" className="field-error">
                {problem}
              </p>
            ) : null}
            <div className="dialog-acts">
              <Button onClick={() => setIsOpen(false)}>Cancel</Button>
              <Button variant="strong" disabled={isBusy} onClick={run}>
                Restore it
              </Button>
            </div>
          </Dialog>
        ) : null}
      </Suspense>
    </>
  );
}

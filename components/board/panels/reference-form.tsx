"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Desk } from "./use-desk";
import { useStartRun } from "./use-start-run";

type ReferenceFormProps = { desk: Desk; slug: string; title: string; href: string };

/** A reference of the text to another runbook: follow it here, or only read it. */
export function ReferenceForm({ desk, slug, title, href }: ReferenceFormProps) {
  const [error, setError] = useState<string | null>(null);
  const start = useStartRun(desk);
  const router = useRouter();
  const running = desk.runs.find((run) => run.slug === slug);
  const anchor = /#.*$/.exec(href)?.[0] ?? "";
  const go = async () => {
    if (!running) return setError(await start(slug, anchor));
    desk.close();
    router.push(`/incidents/${desk.incident.key}?run=${running.id}${anchor}`);
  };
  return (
    <Dialog
      title={running ? `“${running.title}” is open here` : `Open “${title}” in this incident?`}
      text={
        running
          ? "Its steps and their record belong to this incident."
          : "Its steps can then be ticked by everybody here, and the record says that it was followed."
      }
      onClose={desk.close}
    >
      {error ? (
        <p className="field-error" role="alert">
          {error}
        </p>
      ) : null}
      <div className="dialog-acts">
        <a
          className={buttonClass({ variant: "ghost" })}
          href={href}
          target="_blank"
          rel="noopener"
          onClick={desk.close}
        >
          Only read it
        </a>
        <Button variant="strong" onClick={() => void go()}>
          {running ? "Go to it" : "Open in this incident"}
        </Button>
      </div>
    </Dialog>
  );
}

"use client";

import { useState } from "react";
import { Input } from "@/components/ui/field";
import { ContactWords } from "./contact-words";
import { FormDialog } from "./form-dialog";
import type { Desk } from "./use-desk";

type EscalateFormProps = { desk: Desk; level: string; contact: string | null };

/** The portal calls nobody: it says whom to call, and keeps that it was done. */
export function EscalateForm({ desk, level, contact }: EscalateFormProps) {
  const [reached, setReached] = useState(contact ?? "");
  return (
    <FormDialog
      title={`Escalate to ${level}`}
      text={
        contact ? (
          <>
            Call <ContactWords contact={contact} /> now, then note it here. The portal calls nobody by itself.
          </>
        ) : (
          "The runbook names nobody for this level. The portal calls nobody by itself."
        )
      }
      confirm={`Escalated to ${level}`}
      holdsText={reached !== (contact ?? "")}
      onClose={desk.close}
      onSubmit={() => {
        desk.act({
          kind: "incident.escalated",
          runId: desk.doc.runId,
          stepId: null,
          data: { level, contact: reached.trim() || null },
        });
        return null;
      }}
    >
      <Input
        label="Whom you called"
        maxLength={500}
        value={reached}
        onChange={(event) => setReached(event.target.value)}
      />
    </FormDialog>
  );
}

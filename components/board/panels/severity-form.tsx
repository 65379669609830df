"use client";

import { useState } from "react";
import { Textarea } from "@/components/ui/field";
import { SeverityBadge } from "@/components/ui/severity-badge";
import { type Severity, severities, severityWords } from "@/lib/domain/incident-status";
import { FormDialog } from "./form-dialog";
import type { Desk } from "./use-desk";

export function SeverityForm({ desk }: { desk: Desk }) {
  const [to, setTo] = useState<Severity>(desk.severity);
  const [reason, setReason] = useState("");
  return (
    <FormDialog
      title="Change the severity"
      text="Everybody sees it at once; the escalation clock follows it."
      confirm={to === desk.severity ? "Change" : `Change to ${to}`}
      holdsText={reason.trim() !== ""}
      onClose={desk.close}
      onSubmit={() => {
        if (to === desk.severity) return `It is ${to} already. Choose another severity.`;
        const why = reason.trim();
        desk.act({
          kind: "severity.changed",
          runId: null,
          stepId: null,
          data: { to, ...(why && { reason: why }) },
        });
        return null;
      }}
    >
      <fieldset className="picks">
        <legend className="sr-only">Severity</legend>
        {severities.map((severity) => (
          <label key={severity}>
            <input type="radio" name="severity" checked={severity === to} onChange={() => setTo(severity)} />
            <SeverityBadge severity={severity} />
            <span>{severityWords[severity]}</span>
          </label>
        ))}
      </fieldset>
      <Textarea
        label="Reason (if there is something to say)"
        rows={2}
        maxLength={2_000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}

"use client";

import { useState } from "react";
import { Select, Textarea } from "@/components/ui/field";
import { rolesHeldBy } from "@/lib/domain/facts/roles";
import { handOverSummary } from "@/lib/domain/hand-over-summary";
import { FormDialog } from "./form-dialog";
import { PersonSelect } from "./person-select";
import type { Desk } from "./use-desk";

/** Hands a role of mine over, with a summary that the record has written and I may change. */
export function HandOverForm({ desk }: { desk: Desk }) {
  const { incident, severity, state, runs, person } = desk;
  const mine = rolesHeldBy(desk.roles, person.id);
  const [role, setRole] = useState(mine[0] ?? "responder");
  const [personId, setPersonId] = useState("");
  const [summary, setSummary] = useState(() =>
    handOverSummary({ incident, severity, state, runs }, new Date()),
  );
  return (
    <FormDialog
      title="Hand over"
      text="The summary comes from the record. Change what needs changing: it is kept and shown to whoever takes over."
      confirm="Hand over"
      holdsText
      onClose={desk.close}
      onSubmit={() => {
        if (personId === "") return "Choose who takes over.";
        if (summary.trim() === "") return "Say in a few words how it stands.";
        const data = { role, personId, summary: summary.trim() };
        desk.act({ kind: "shift.handed-over", runId: null, stepId: null, data });
        return null;
      }}
    >
      <div className="form-pair">
        {mine.length > 1 ? (
          <Select
            label="Role"
            value={role}
            onChange={(event) => setRole(mine.find((name) => name === event.target.value) ?? role)}
          >
            {mine.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </Select>
        ) : null}
        <PersonSelect
          desk={desk}
          label="Who takes over"
          value={personId}
          without={[person.id]}
          onChange={(next) => setPersonId(next?.id ?? "")}
        />
      </div>
      <Textarea
        label="Summary"
        rows={12}
        maxLength={20_000}
        className="input-mono"
        value={summary}
        onChange={(event) => setSummary(event.target.value)}
      />
    </FormDialog>
  );
}

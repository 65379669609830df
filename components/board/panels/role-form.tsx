"use client";

import { useState } from "react";
import type { IncidentRole } from "@/lib/domain/event-data";
import { FormDialog } from "./form-dialog";
import { PersonSelect } from "./person-select";
import type { Desk } from "./use-desk";

const texts: Record<IncidentRole, string> = {
  commander: "Leads and decides. Whoever had the role is free of it.",
  scribe: "Writes down what is said and decided. Whoever had the role is free of it.",
  responder: "Works on the incident.",
};

export function RoleForm({ desk, role }: { desk: Desk; role: IncidentRole }) {
  const [personId, setPersonId] = useState("");
  const { roles } = desk;
  const current = role === "responder" ? null : roles[role];
  const holders = role === "responder" ? roles.responders.map(({ id }) => id) : current ? [current.id] : [];
  return (
    <FormDialog
      title={`Who is ${role}?`}
      text={current ? `${texts[role]} Now it is ${current.name}.` : texts[role]}
      confirm="Give the role"
      holdsText={false}
      onClose={desk.close}
      onSubmit={() => {
        if (personId === "") return "Choose a person.";
        desk.act({ kind: "role.changed", runId: null, stepId: null, data: { role, personId, isHeld: true } });
        return null;
      }}
    >
      <PersonSelect
        desk={desk}
        label="Person"
        value={personId}
        without={holders}
        onChange={(person) => setPersonId(person?.id ?? "")}
      />
    </FormDialog>
  );
}

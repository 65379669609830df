"use client";

import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import type { IncidentRole } from "@/lib/domain/event-data";
import { type RoleHolder, rolesHeldBy } from "@/lib/domain/facts/roles";
import { Panel } from "./panel";
import type { Desk } from "./use-desk";

const roleNames: Record<IncidentRole, string> = {
  commander: "Commander",
  scribe: "Scribe",
  responder: "Responders",
};

/** Who leads, who writes, who works: to be taken, given and laid down. */
export function RolesPanel({ desk }: { desk: Desk }) {
  const { roles, person } = desk;
  const holders: Record<IncidentRole, readonly RoleHolder[]> = {
    commander: roles.commander ? [roles.commander] : [],
    scribe: roles.scribe ? [roles.scribe] : [],
    responder: roles.responders,
  };
  const mine = rolesHeldBy(roles, person.id);
  if (!desk.canAppend && Object.values(holders).every((held) => held.length === 0)) return null;
  const set = (role: IncidentRole, isHeld: boolean) =>
    desk.act({
      kind: "role.changed",
      runId: null,
      stepId: null,
      data: { role, personId: person.id, isHeld },
    });
  return (
    <Panel
      title="Roles"
      act={
        desk.canAppend && mine.length > 0 ? (
          <Button size="small" onClick={() => desk.ask({ kind: "hand-over" })}>
            Hand over
          </Button>
        ) : null
      }
    >
      <dl className="roles">
        {(["commander", "scribe", "responder"] as const).map((role) => (
          <div key={role}>
            <dt>{roleNames[role]}</dt>
            <dd>
              {holders[role].map((holder) => (
                <span key={holder.id} className="role-holder">
                  <Avatar id={holder.id} name={holder.name} size="small" isDecorative />
                  {holder.name}
                </span>
              ))}
              {holders[role].length === 0 ? <span className="quiet">nobody yet</span> : null}
            </dd>
            {desk.canAppend ? (
              <dd className="role-acts">
                <button type="button" className="quiet-act" onClick={() => set(role, !mine.includes(role))}>
                  {mine.includes(role) ? "Lay down" : role === "responder" ? "Join" : "Take"}
                  <span className="sr-only"> the role of {role}</span>
                </button>
                <button type="button" className="quiet-act" onClick={() => desk.ask({ kind: "role", role })}>
                  Give
                  <span className="sr-only"> the role of {role} to somebody</span>
                </button>
              </dd>
            ) : null}
          </div>
        ))}
      </dl>
    </Panel>
  );
}

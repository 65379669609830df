"use client";

import { useState, useTransition } from "react";
import { orUnreachable } from "@/components/shell/unreachable";
import { Avatar } from "@/components/ui/avatar";
import type { ActionResult } from "@/lib/domain/action-result";

type Membership = "none" | "member" | "editor";
type Props = {
  squad: { id: string; name: string; members: { id: string; name: string; isEditor: boolean }[] };
  candidates: { id: string; name: string }[];
  /** Null for people who may only look. */
  setMember:
    | ((input: { squadId: string; userId: string; membership: Membership }) => Promise<ActionResult<null>>)
    | null;
};

const words: Record<Membership, string> = { member: "Member", editor: "Editor", none: "Take out" };

function asMembership(value: string): Membership {
  return value === "editor" || value === "none" ? value : "member";
}

/** Members of a squad; an admin puts people in, makes them editors, or takes them out. */
export function SquadMembers({ squad, candidates, setMember }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, start] = useTransition();
  const outside = candidates.filter(({ id }) => !squad.members.some((member) => member.id === id));

  function set(userId: string, membership: Membership) {
    start(async () => {
      if (!setMember) return;
      const answer = await orUnreachable(setMember({ squadId: squad.id, userId, membership }));
      setProblem(answer.ok ? null : answer.message);
    });
  }

  return (
    <>
      <ul className="member-list">
        {squad.members.map((member) => (
          <li key={member.id}>
            <Avatar id={member.id} name={member.name} isDecorative />
            <span>{member.name}</span>
            {setMember ? (
              <select
                className="input"
                aria-label={`${member.name} in ${squad.name}`}
                value={member.isEditor ? "editor" : "member"}
                disabled={isBusy}
                onChange={(event) => set(member.id, asMembership(event.currentTarget.value))}
              >
                {(["member", "editor", "none"] as const).map((value) => (
                  <option key={value} value={value}>
                    {words[value]}
                  </option>
                ))}
              </select>
            ) : (
              <span className="quiet">{member.isEditor ? "Editor" : "Member"}</span>
            )}
          </li>
        ))}
      </ul>
      {squad.members.length === 0 ? <p className="quiet">Nobody is in this squad yet.</p> : null}
      {setMember && outside.length > 0 ? (
        <label className="inline-field">
          <span>Add somebody</span>
          <select
            className="input"
            aria-label={`Add somebody to ${squad.name}`}
            value=""
            disabled={isBusy}
            onChange={(event) => event.currentTarget.value && set(event.currentTarget.value, "member")}
          >
            <option value="">Choose…</option>
            {outside.map((person) => (
              <option key={person.id} value={person.id}>
                {person.name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {problem ? (
        <p role="alert" className="field-error">
          {problem}
        </p>
      ) : null}
    </>
  );
}

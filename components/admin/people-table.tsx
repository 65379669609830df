"use client";

import { useState, useTransition } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { ActionResult } from "@/lib/domain/action-result";
import { roles } from "@/lib/domain/actor";
import { LinkNotice } from "./link-notice";

type Person = {
  id: string;
  name: string;
  email: string;
  role: string;
  state: "active" | "invited" | "disabled";
  squads: { name: string; isEditor: boolean }[];
};

type Props = {
  people: Person[];
  ownId: string;
  changePerson: (input: {
    userId: string;
    role?: string;
    isDisabled?: boolean;
  }) => Promise<ActionResult<null>>;
  createLink: (userId: string) => Promise<ActionResult<{ link: string }>>;
};

const unreachable = {
  ok: false,
  code: "unavailable",
  message: "The portal cannot be reached.",
  fields: {},
} as const;

/** Everybody with role and state; each change counts at the person's next request. */
export function PeopleTable({ people, ownId, changePerson, createLink }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  const [link, setLink] = useState<string | null>(null);
  const [isBusy, start] = useTransition();

  function run<T>(work: () => Promise<ActionResult<T>>, done: (value: T) => void) {
    start(async () => {
      setProblem(null);
      setLink(null);
      const answer = await work().catch(() => unreachable);
      if (answer.ok) done(answer.value);
      else setProblem(answer.message);
    });
  }

  return (
    <>
      <section className="table-scroll" aria-label="People">
        <table className="grid-table">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Squads</th>
              <th scope="col">Role</th>
              <th scope="col">State</th>
              <th scope="col">
                <span className="sr-only">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.id}>
                <th scope="row">
                  {person.name}
                  {person.id === ownId ? " (you)" : ""}
                  <span className="quiet block">{person.email}</span>
                </th>
                <td>
                  {person.squads
                    .map((squad) => `${squad.name}${squad.isEditor ? " (editor)" : ""}`)
                    .join(", ") || "–"}
                </td>
                <td>
                  <select
                    className="input"
                    aria-label={`Role of ${person.name}`}
                    value={person.role}
                    disabled={isBusy}
                    onChange={(event) => {
                      const role = event.currentTarget.value;
                      run(
                        () => changePerson({ userId: person.id, role }),
                        () => {},
                      );
                    }}
                  >
                    {roles.map((role) => (
                      <option key={role}>{role}</option>
                    ))}
                  </select>
                </td>
                <td>
                  <Badge
                    tone={person.state === "disabled" ? "warn" : person.state === "active" ? "ok" : "quiet"}
                  >
                    {person.state}
                  </Badge>
                </td>
                <td className="row-actions">
                  <Button
                    size="small"
                    disabled={isBusy}
                    onClick={() =>
                      run(
                        () => createLink(person.id),
                        (value) => setLink(value.link),
                      )
                    }
                  >
                    {person.state === "invited" ? "New invitation" : "Password link"}
                  </Button>
                  <Button
                    size="small"
                    disabled={isBusy}
                    onClick={() =>
                      run(
                        () => changePerson({ userId: person.id, isDisabled: person.state !== "disabled" }),
                        () => {},
                      )
                    }
                  >
                    {person.state === "disabled" ? "Enable" : "Disable"}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {problem ? (
        <p role="alert" className="field-error">
          {problem}
        </p>
      ) : null}
      {link ? <LinkNotice link={link} /> : null}
    </>
  );
}

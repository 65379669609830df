"use client";

import { useEffect, useState } from "react";
import { SeverityBadge } from "@/components/ui/severity-badge";
import { formatRelative } from "@/components/ui/time";
import { askPortal } from "./ask-portal";
import { FormDialog } from "./form-dialog";
import type { Desk } from "./use-desk";

type OpenOne = { key: string; title: string; severity: string; isDrill: boolean; openedAt: string };

/** Ends this incident as a duplicate of another one. */
export function MergeForm({ desk }: { desk: Desk }) {
  const { key, isDrill } = desk.incident;
  const [open, setOpen] = useState<readonly OpenOne[] | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [into, setInto] = useState("");

  useEffect(() => {
    let isGone = false;
    void askPortal<{ incidents: OpenOne[] }>("/api/v1/incidents?status=open").then((answer) => {
      if (isGone) return;
      if (answer.ok) {
        setOpen(answer.value.incidents.filter((other) => other.key !== key && other.isDrill === isDrill));
      } else setError(answer.message);
    });
    return () => {
      isGone = true;
    };
  }, [key, isDrill]);

  return (
    <FormDialog
      title={`Merge ${key} into another incident`}
      text="This board closes and points there. Both records keep what they have. It cannot be undone."
      confirm={into ? `Merge into ${into}` : "Merge"}
      variant="danger"
      holdsText={false}
      onClose={desk.close}
      onSubmit={async () => {
        if (into === "") return "Choose the incident that goes on.";
        const answer = await askPortal(`/api/v1/incidents/${key}/merge`, { into });
        return answer.ok ? null : answer.message;
      }}
    >
      <fieldset className="picks">
        <legend className="sr-only">The incident that goes on</legend>
        {open?.map((other) => (
          <label key={other.key}>
            <input
              type="radio"
              name="into"
              checked={into === other.key}
              onChange={() => setInto(other.key)}
            />
            <SeverityBadge severity={other.severity} />
            <span>
              <b>{other.title}</b>
              <small>
                {other.key}, opened {formatRelative(other.openedAt, new Date())}
              </small>
            </span>
          </label>
        ))}
      </fieldset>
      {open === null && error === null ? <p className="quiet">Looking for open incidents…</p> : null}
      {open?.length === 0 ? (
        <p className="quiet">No other {isDrill ? "drill" : "incident"} is open.</p>
      ) : null}
      {error ? (
        <p className="field-error" role="alert">
          {error}
        </p>
      ) : null}
    </FormDialog>
  );
}

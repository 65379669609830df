"use client";

import { useRouter } from "next/navigation";
import { type SubmitEvent, useState } from "react";
import { uuidv7 } from "uuidv7";
import { Button } from "@/components/ui/button";
import { Input, Select } from "@/components/ui/field";
import { SeverityBadge } from "@/components/ui/severity-badge";
import { type Severity, severities, severityWords } from "@/lib/domain/incident-status";
import type { KeptPerson } from "@/lib/domain/offline-copy";
import { type NewIncident, openIncident, type Refused, type Started } from "./open-incident";

type RunbookChoice = { slug: string; title: string; squadName: string | null; isTemplate: boolean };
type NewIncidentFormProps = {
  runbooks: readonly RunbookChoice[];
  chosen: string | null;
  /** Whose browser keeps it when the portal cannot take it. */
  person: KeptPerson;
  /** The portal is asked first, unless another road is given. */
  start?: (person: KeptPerson, incident: NewIncident) => Promise<Started | Refused>;
};

/** Starts an incident. What was typed stays when the portal refuses or cannot be reached. */
export function NewIncidentForm({ runbooks, chosen, person, start = openIncident }: NewIncidentFormProps) {
  const router = useRouter();
  const titleOf = (slug: string) => runbooks.find((runbook) => runbook.slug === slug)?.title ?? "";
  // Made once a form: sending twice opens one incident.
  const [ids] = useState(() => ({ id: uuidv7(), runId: uuidv7() }));
  const [runbookSlug, setRunbookSlug] = useState(chosen ?? "");
  const [typedTitle, setTypedTitle] = useState<string | null>(null);
  const [severity, setSeverity] = useState<Severity>("SEV2");
  const [isDrill, setIsDrill] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const title = typedTitle ?? titleOf(runbookSlug);
  const errors = refused?.fields ?? {};

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setIsBusy(true);
    const answer = await start(person, { ...ids, runbookSlug, title, severity, isDrill });
    if (answer.ok) {
      const address = `/incidents/${answer.key}`;
      // What only this device knows may have to be shown without a portal, which takes a load of the page.
      if (answer.key === ids.id) window.location.assign(address);
      else router.push(address);
    } else {
      setRefused(answer);
      setIsBusy(false);
    }
  };

  return (
    <form className="stack new-incident" onSubmit={submit} noValidate>
      <Select
        label="Runbook to follow"
        value={runbookSlug}
        error={errors.runbookSlug}
        onChange={(event) => setRunbookSlug(event.target.value)}
      >
        <option value="">Choose a runbook</option>
        {runbooks.map((runbook) => (
          <option key={runbook.slug} value={runbook.slug}>
            {runbook.title}
            {runbook.isTemplate ? " (template)" : runbook.squadName ? ` · ${runbook.squadName}` : ""}
          </option>
        ))}
      </Select>
      <Input
        label="What is wrong"
        hint="As you would say it to somebody who joins: what users see, and where."
        value={title}
        maxLength={200}
        error={errors.title}
        onChange={(event) => setTypedTitle(event.target.value)}
      />
      <fieldset className="choice">
        <legend className="field-label">Severity</legend>
        {severities.map((name) => (
          <label key={name}>
            <input
              type="radio"
              name="severity"
              value={name}
              checked={severity === name}
              onChange={() => setSeverity(name)}
            />
            <SeverityBadge severity={name} />
            <span>{severityWords[name]}</span>
          </label>
        ))}
      </fieldset>
      <label className="check">
        <input type="checkbox" checked={isDrill} onChange={(event) => setIsDrill(event.target.checked)} />
        <span>
          This is a drill
          <small>It is marked as one everywhere and counts apart.</small>
        </span>
      </label>
      {refused ? (
        <p className="notice notice-danger" role="alert">
          {refused.message}
        </p>
      ) : null}
      <div>
        <Button type="submit" variant="strong" size="large" aria-disabled={isBusy}>
          {isBusy ? "Starting…" : isDrill ? "Start the drill" : "Start the incident"}
        </Button>
      </div>
    </form>
  );
}

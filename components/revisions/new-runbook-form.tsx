"use client";

import { type FormEvent, startTransition, useActionState, useState } from "react";
import { orUnreachable } from "@/components/shell/unreachable";
import { Button } from "@/components/ui/button";
import { Input, Select, Textarea } from "@/components/ui/field";
import type { ActionResult } from "@/lib/domain/action-result";

type Result = ActionResult<null>;

type NewRunbookFormProps = {
  squads: readonly { id: string; name: string }[];
  mayBeWithoutSquad: boolean;
  templates: readonly { slug: string; title: string }[];
  first: { title: string; start: string };
  /** Goes to the editor of the new runbook when it worked. */
  create: (before: Result | null, form: FormData) => Promise<Result>;
};

type Typed = { title: string; squadId: string; start: string; source: string; format: string };

/** A new runbook: a name, a squad, and what it begins with. A refused form keeps what was typed. */
export function NewRunbookForm({ squads, mayBeWithoutSquad, templates, first, create }: NewRunbookFormProps) {
  const [typed, setTyped] = useState<Typed>({
    title: first.title,
    squadId: mayBeWithoutSquad ? "" : (squads[0]?.id ?? ""),
    start: first.start,
    source: "",
    format: "md",
  });
  const [result, send, isBusy] = useActionState(
    (before: Result | null, form: FormData) => orUnreachable(create(before, form)),
    null,
  );
  const fields = result && !result.ok ? result.fields : {};
  const set = (name: keyof Typed) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget;
    setTyped((before) => ({ ...before, [name]: value }));
  };

  // React empties a form after its action, selects too; what was typed must stay when it is refused.
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    startTransition(() => send(form));
  };

  return (
    <form action={send} onSubmit={submit} className="stack">
      <Input
        label="Title"
        name="title"
        required
        maxLength={120}
        hint="Its address comes from the title and stays when the title changes."
        value={typed.title}
        onChange={set("title")}
        error={fields.title}
      />
      <Select
        label="Squad"
        name="squadId"
        value={typed.squadId}
        onChange={set("squadId")}
        error={fields.squadId}
      >
        {mayBeWithoutSquad ? <option value="">No squad yet</option> : null}
        {squads.map((squad) => (
          <option key={squad.id} value={squad.id}>
            {squad.name}
          </option>
        ))}
      </Select>
      <Select label="Begin with" name="start" value={typed.start} onChange={set("start")}>
        {templates.map((template) => (
          <option key={template.slug} value={`template:${template.slug}`}>
            The template “{template.title}”
          </option>
        ))}
        <option value="blank">A short outline</option>
        <option value="text">A text that I paste</option>
      </Select>
      {typed.start === "text" ? (
        <>
          <Select label="Format of the text" name="format" value={typed.format} onChange={set("format")}>
            <option value="md">Markdown</option>
            <option value="mdx">MDX</option>
          </Select>
          <Textarea
            label="Text"
            name="source"
            required
            rows={14}
            className="input-mono"
            spellCheck={false}
            value={typed.source}
            onChange={set("source")}
            error={fields.source ?? fields["from.source"]}
          />
        </>
      ) : null}
      {result && !result.ok ? (
        <p role="alert" className="field-error">
          {result.message}
        </p>
      ) : null}
      <p>
        <Button type="submit" variant="strong" disabled={isBusy}>
          Create and edit
        </Button>
      </p>
    </form>
  );
}

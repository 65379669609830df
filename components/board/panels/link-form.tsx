"use client";

import { useState } from "react";
import { Input, Select } from "@/components/ui/field";
import { type LinkType, linkTypes } from "@/lib/domain/event-data";
import { FormDialog } from "./form-dialog";
import { guessLink } from "./guess-link";
import type { Desk } from "./use-desk";

const typeNames: Record<LinkType, string> = {
  dashboard: "Dashboard",
  chat: "Chat",
  tracker: "Tracker",
  other: "Something else",
};

export function LinkForm({ desk }: { desk: Desk }) {
  const [url, setUrl] = useState("");
  const [label, setLabel] = useState("");
  const [chosen, setChosen] = useState<LinkType | null>(null);
  const guess = guessLink(url);
  const type = chosen ?? guess?.type ?? "other";
  return (
    <FormDialog
      title="Add a link"
      text="A dashboard, the chat of this incident, its ticket: for everybody here and for the review."
      confirm="Add the link"
      holdsText={url.trim() !== ""}
      onClose={desk.close}
      onSubmit={() => {
        if (!guess) return "Give a web address that begins with http:// or https://.";
        desk.act({
          kind: "link.added",
          runId: null,
          stepId: null,
          data: { url: guess.url, label: label.trim() || guess.label, type },
        });
        return null;
      }}
    >
      <Input
        label="Web address"
        type="url"
        inputMode="url"
        placeholder="https://"
        maxLength={2_000}
        autoComplete="off"
        value={url}
        onChange={(event) => setUrl(event.target.value)}
      />
      <Input
        label="Name"
        placeholder={guess?.label ?? "Error rate"}
        maxLength={200}
        value={label}
        onChange={(event) => setLabel(event.target.value)}
      />
      <Select
        label="What it is"
        value={type}
        onChange={(event) => setChosen(linkTypes.find((name) => name === event.target.value) ?? null)}
      >
        {linkTypes.map((name) => (
          <option key={name} value={name}>
            {typeNames[name]}
          </option>
        ))}
      </Select>
    </FormDialog>
  );
}

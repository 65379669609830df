"use client";

import { useEffect, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/field";
import { askPortal } from "./ask-portal";
import type { Desk } from "./use-desk";
import { useStartRun } from "./use-start-run";

type Found = { slug: string; title: string; squadName: string | null; isTemplate: boolean };

const pauseMs = 150;

/** Finds a runbook by a few words and opens it here. */
export function RunForm({ desk }: { desk: Desk }) {
  const [query, setQuery] = useState("");
  const [found, setFound] = useState<readonly Found[] | null>(null);
  const [error, setError] = useState<string | null>(null);
  const start = useStartRun(desk);

  useEffect(() => {
    const words = query.trim();
    if (words === "") return setFound(null);
    let isGone = false;
    const timer = setTimeout(async () => {
      const answer = await askPortal<{ runbooks: Found[] }>(
        `/api/v1/runbooks?q=${encodeURIComponent(words)}`,
      );
      if (isGone) return;
      setError(answer.ok ? null : answer.message);
      setFound(answer.ok ? answer.value.runbooks.filter(({ isTemplate }) => !isTemplate) : null);
    }, pauseMs);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [query]);

  const open = async (slug: string) => setError(await start(slug));
  return (
    <Dialog
      title="Open another runbook here"
      text="It is followed in this incident beside the others, at its newest revision."
      onClose={desk.close}
    >
      <form
        className="ask desk-form"
        onSubmit={(event) => {
          event.preventDefault();
          const [first] = found ?? [];
          if (first) void open(first.slug);
        }}
      >
        <Input
          label="Title, alert or words of a command"
          type="search"
          autoComplete="off"
          autoFocus
          error={error}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <p className="sr-only" role="status">
          {found === null ? "" : `${found.length} found`}
        </p>
        <ul className="found">
          {found?.map(({ slug, title, squadName }) => (
            <li key={slug}>
              <button type="button" onClick={() => void open(slug)}>
                <b>{title}</b>
                <small>{squadName}</small>
              </button>
            </li>
          ))}
          {found?.length === 0 ? <li className="quiet">No runbook fits. Try fewer words.</li> : null}
        </ul>
      </form>
    </Dialog>
  );
}

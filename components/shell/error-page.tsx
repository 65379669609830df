"use client";

import { Button, buttonClass } from "@/components/ui/button";
import { Trouble } from "./trouble";

export type ErrorPageProps = { error: unknown; retry: () => void };

function numberOf(error: unknown): string | null {
  const digest = typeof error === "object" && error !== null && "digest" in error ? error.digest : null;
  return typeof digest === "string" ? digest : null;
}

/** Never the message of the error: it is for the log, where its number finds it. */
export function ErrorPage({ error, retry }: ErrorPageProps) {
  const number = numberOf(error);
  return (
    <Trouble
      title="This page could not be made"
      text={`Nothing that you ticked or wrote is lost. Try again; if it fails once more, tell whoever runs the portal${
        number ? ` and name error ${number}` : ""
      }.`}
    >
      <Button variant="strong" onClick={retry}>
        Try again
      </Button>
      {/* A plain link: after an error the whole page is better made anew. */}
      <a href="/runbooks" className={buttonClass({})}>
        All runbooks
      </a>
    </Trouble>
  );
}

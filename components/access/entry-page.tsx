import type { ReactNode } from "react";
import { CopyCheck } from "@/components/offline/copy-check";

/** The frame of the pages before signing in: the mark, one heading, one form. */
export function EntryPage({
  title,
  text,
  children,
}: {
  title: string;
  text?: ReactNode;
  children: ReactNode;
}) {
  return (
    <main id="main" className="entry">
      <p className="entry-brand">
        <svg viewBox="0 0 24 24" className="mark" aria-hidden="true">
          <path d="M5 3h10l4 4v14H5z" />
          <path d="m8.5 13.5 2.5 2.5 4.5-5" />
        </svg>
        Runbook Portal
      </p>
      <h1>{title}</h1>
      {text ? <p className="entry-text">{text}</p> : null}
      {children}
      <CopyCheck />
    </main>
  );
}

import type { ReactNode } from "react";

/** `<Details summary="…">`. */
export function Details({ "data-title": title, children }: { "data-title"?: string; children?: ReactNode }) {
  return (
    <details>
      <summary>{title ?? "Details"}</summary>
      {children}
    </details>
  );
}

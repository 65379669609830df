import type { ReactNode } from "react";

/** What stands where a list would be: one calm sentence, a hint, and perhaps something to do. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <strong>{title}</strong>
      {children}
    </div>
  );
}

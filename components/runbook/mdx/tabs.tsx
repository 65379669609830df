import type { ReactNode } from "react";

/** `<Tabs>`: all of them one below the other, so that nothing is hidden from print, search or a page without script. */
export function Tabs({ children }: { children?: ReactNode }) {
  return <div className="tabs">{children}</div>;
}

/** `<Tab title="…">`. */
export function Tab({ "data-title": title, children }: { "data-title"?: string; children?: ReactNode }) {
  return (
    <section className="tab" aria-label={title}>
      {title ? <p className="tab-title">{title}</p> : null}
      {children}
    </section>
  );
}

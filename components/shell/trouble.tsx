import type { ReactNode } from "react";

type TroubleProps = { title: string; text: string; children: ReactNode };

/** A page that could not be shown: what happened, what still works, what to do. */
export function Trouble({ title, text, children }: TroubleProps) {
  return (
    <main id="main" className="entry">
      <h1>{title}</h1>
      <p className="entry-text">{text}</p>
      <div className="trouble-acts">{children}</div>
    </main>
  );
}

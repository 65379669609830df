import type { ReactNode } from "react";

type PanelProps = {
  title: string /** One button beside the title. */;
  act?: ReactNode;
  children: ReactNode;
};

/** A part of the rail. */
export function Panel({ title, act, children }: PanelProps) {
  return (
    <section className="panel" aria-label={title}>
      <div className="rail-head">
        <h2>{title}</h2>
        {act}
      </div>
      {children}
    </section>
  );
}

import type { ReactNode } from "react";

type Props = { "data-name"?: string; "data-inline"?: string; children?: ReactNode };

/** A component that the portal does not have: its name, and whatever it says and holds. */
export function Box({ "data-name": name, "data-inline": inline, children }: Props) {
  if (inline !== undefined) {
    return (
      <span className="box-word">
        <span className="box-name">{name}</span> {children}
      </span>
    );
  }
  return (
    <div className="box">
      <p className="box-name">{name}</p>
      {children}
    </div>
  );
}

import type { ReactNode } from "react";

type Props = {
  "data-callout"?: string;
  "data-title"?: string;
  "data-emoji"?: string;
  children?: ReactNode;
};

/** `<Callout type="warning" title="…">` and its short forms; the compile has made one of the known kinds of the type. */
export function Callout({ "data-callout": kind, "data-title": title, "data-emoji": emoji, children }: Props) {
  return (
    <aside role="note" className="callout" data-callout={kind}>
      {title || emoji ? (
        <p className="callout-title">
          {emoji ? <span aria-hidden="true">{emoji}</span> : null}
          {emoji && title ? " " : null}
          {title}
        </p>
      ) : null}
      {children}
    </aside>
  );
}

import type { ReactNode } from "react";

type Props = { "data-type"?: string; "data-title"?: string; children?: ReactNode };

const kinds: ReadonlyMap<string, string> = new Map(
  Object.entries({
    note: "note",
    info: "note",
    default: "note",
    tip: "tip",
    check: "tip",
    success: "tip",
    important: "important",
    warning: "warning",
    warn: "warning",
    caution: "danger",
    danger: "danger",
    error: "danger",
  }),
);

/** `<Callout type="warning" title="…">` and its short forms; an unknown type is a note. */
export function Callout({ "data-type": type = "note", "data-title": title, children }: Props) {
  return (
    <aside role="note" className="callout" data-callout={kinds.get(type.toLowerCase()) ?? "note"}>
      {title ? <p className="callout-title">{title}</p> : null}
      {children}
    </aside>
  );
}

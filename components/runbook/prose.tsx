import { memo, type Ref, useEffect, useRef } from "react";
import type { LiveUnit } from "@/lib/domain/commands/copy-units";
import { attachCopyButtons, type CopyRequest } from "./copy-buttons";
import { paintHoles } from "./paint-holes";
import type { Values } from "./values-store";

type ProseProps = {
  /** Give the component a `key` of the same text: another text is another document. */
  html: string;
  units: ReadonlyMap<string, LiveUnit>;
  values: Values;
  secretKeys: ReadonlySet<string>;
  onCopy: (request: CopyRequest) => void;
  onMount: ((root: HTMLElement) => void) | undefined;
};

/** The text of a runbook with its placeholders painted and its buttons live. */
export function Prose({ html, units, values, secretKeys, onCopy, onMount }: ProseProps) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (root.current) paintHoles(root.current, values, secretKeys);
  }, [values, secretKeys]);
  useEffect(
    () => (root.current ? attachCopyButtons(root.current, units, onCopy) : undefined),
    [units, onCopy],
  );
  useEffect(() => {
    if (root.current) onMount?.(root.current);
  }, [onMount]);
  return <Html html={html} ref={root} />;
}

/**
 * The one place of the reading side that takes HTML: it was sanitised at compile. React writes it anew whenever this
 * renders, over everything that the effects painted, so it renders once.
 */
const Html = memo(function Html({ html, ref }: { html: string; ref: Ref<HTMLDivElement> }) {
  return <div ref={ref} className="doc" dangerouslySetInnerHTML={{ __html: html }} />;
});

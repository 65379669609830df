"use client";

import { memo } from "react";
import { LiveDocument } from "@/components/runbook/live-document";
import { Button } from "@/components/ui/button";
import type { RunbookFormat } from "@/lib/domain/document";
import type { Preview } from "./preview";
import type { PreviewState } from "./use-preview";

type PreviewPaneProps = Omit<PreviewState, "preview"> & {
  preview: Preview;
  slug: string;
  format: RunbookFormat;
};

/** The page as readers will see it, made by the pipeline that publishing uses. */
export const PreviewPane = memo(function PreviewPane({
  preview,
  state,
  reason,
  retry,
  slug,
  format,
}: PreviewPaneProps) {
  const road = roadWords(preview, format);
  return (
    // A scrolled box must be reachable for the arrow keys.
    <section className="preview-pane" aria-label="Preview" tabIndex={0} aria-busy={state === "busy"}>
      {state === "failed" ? (
        <p className="notice notice-warn" role="status">
          <span>The preview stands still. {reason}</span>
          <Button size="small" onClick={retry}>
            Try again
          </Button>
        </p>
      ) : null}
      {road ? <p className="notice notice-warn">{road}</p> : null}
      <p className="preview-title">{preview.title}</p>
      <LiveDocument
        html={preview.html}
        commands={preview.units}
        variables={preview.variables}
        storageKey={`preview:${slug}`}
      />
    </section>
  );
});

function roadWords({ road }: Preview, format: RunbookFormat): string | null {
  if (road === "source") return "This text cannot be rendered: readers would see its source.";
  if (road === "md" && format === "mdx")
    return "This text does not compile as MDX: readers would see it as plain Markdown.";
  return null;
}

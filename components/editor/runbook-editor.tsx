"use client";

import Link from "next/link";
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import type { Problem } from "@/lib/domain/document";
import { refuseMessage, refuseSource } from "@/lib/domain/revision-rules";
import { CopiesNotice, RestoredNotice } from "./draft-notices";
import type { Preview } from "./preview";
import { PreviewPane } from "./preview-pane";
import { countProblems, ProblemsPanel } from "./problems-panel";
import { PublishBar } from "./publish-bar";
import { SourceField } from "./source-field";
import type { SourceHandle } from "./source-handle";
import { type EditorBase, useEditor } from "./use-editor";
import { usePreview } from "./use-preview";

// Comparing texts brings the diff library along: it comes when two texts meet.
const ConflictPanel = lazy(() =>
  import("./conflict-panel").then((module) => ({ default: module.ConflictPanel })),
);

const panes = ["write", "preview", "problems"] as const;
type Pane = (typeof panes)[number];

export type RunbookEditorProps = {
  slug: string;
  title: string;
  userId: string;
  base: EditorBase;
  preview: Preview;
};

/** The text, the page beside it, what is wrong with it, and the way to a revision. */
export function RunbookEditor({ slug, title, userId, base, preview: firstPreview }: RunbookEditorProps) {
  const handle = useRef<SourceHandle | null>(null);
  const messageRef = useRef<HTMLInputElement>(null);
  const conflictRef = useRef<HTMLDivElement>(null);
  const [first] = useState({
    base,
    preview: { text: base.source, format: base.format, preview: firstPreview },
  });
  const editor = useEditor({ slug, userId }, first.base, handle);
  const { text, format, isDirty, conflict, failure, restored } = editor;
  const { preview, ...previewState } = usePreview(slug, text, format, first.preview);
  const [pane, setPane] = useState<Pane>("write");
  const [ready, setReady] = useState(0);
  const { start } = editor;

  const onReady = useCallback(() => {
    start();
    setReady((count) => count + 1);
  }, [start]);
  useEffect(() => {
    if (ready > 0) handle.current?.markProblems(preview.problems);
  }, [preview.problems, ready]);
  useEffect(() => {
    if (conflict) conflictRef.current?.focus();
  }, [conflict]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      messageRef.current?.focus();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);

  const jump = (problem: Problem) => {
    setPane("write");
    // The field must be on the screen before it can take the focus.
    requestAnimationFrame(() => handle.current?.jumpTo(problem));
  };
  const blocked = whyBlocked(editor);
  const labels: Record<Pane, string> = {
    write: "Write",
    preview: "Preview",
    problems: preview.problems.length === 0 ? "Problems" : `Problems (${preview.problems.length})`,
  };

  return (
    <>
      <header className="editor-head">
        <h1>
          Edit <span>{title}</span>
        </h1>
        <label className="inline-field">
          Format
          <select
            className="input"
            value={format}
            onChange={(event) => editor.setFormat(event.currentTarget.value === "mdx" ? "mdx" : "md")}
          >
            <option value="md">Markdown</option>
            <option value="mdx">MDX</option>
          </select>
        </label>
        <ButtonLink href={`/runbooks/${slug}/history`} size="small">
          History
        </ButtonLink>
        <ButtonLink href={`/runbooks/${slug}`} size="small">
          Read
        </ButtonLink>
      </header>
      <noscript>
        <p className="notice notice-warn">
          Publishing needs JavaScript. The text can be read and copied without it.
        </p>
      </noscript>
      <div className="editor-notices">
        {restored ? (
          <RestoredNotice
            savedAt={restored.savedAt}
            baseNumber={restored.baseNumber}
            currentNumber={editor.base.number}
            onDiscard={editor.discardRestored}
            onDismiss={editor.dismissRestored}
          />
        ) : null}
        <CopiesNotice
          slug={slug}
          copies={editor.copies}
          onOpen={editor.openCopy}
          onDiscard={editor.discardCopy}
        />
        {failure ? (
          <div className="notice notice-danger" role="alert">
            <p>
              Not published. {failure.message}{" "}
              {failure.isSignedOut ? (
                <>
                  <a href="/sign-in" target="_blank" className="text-link" rel="noopener">
                    Sign in again in another tab
                  </a>
                  , then publish.
                </>
              ) : null}
            </p>
          </div>
        ) : null}
        {conflict ? (
          <div ref={conflictRef} tabIndex={-1}>
            <Suspense fallback={<p>Comparing the two texts…</p>}>
              <ConflictPanel
                details={conflict}
                mine={text}
                onKeepMine={editor.keepMine}
                onTakeTheirs={editor.takeTheirs}
                onMerge={editor.merge}
              />
            </Suspense>
          </div>
        ) : null}
      </div>
      <div className="pane-choice needs-js" role="group" aria-label="Show">
        {panes.map((name) => (
          <Button key={name} size="small" aria-pressed={pane === name} onClick={() => setPane(name)}>
            {labels[name]}
          </Button>
        ))}
      </div>
      <div className="editor-panes" data-pane={pane}>
        <div className="editor-left">
          <SourceField
            initial={first.base.source}
            label={`Text of ${title}`}
            handle={handle}
            onChange={editor.change}
            onReady={onReady}
          />
          <ProblemsPanel problems={preview.problems} onJump={jump} />
        </div>
        <PreviewPane preview={preview} slug={slug} format={format} {...previewState} />
      </div>
      <PublishBar
        number={editor.base.number + 1}
        message={editor.message}
        messageRef={messageRef}
        isOff={blocked !== null}
        note={
          !isDirty && editor.published !== null ? (
            <>
              Revision {editor.published} is published.{" "}
              <Link href={`/runbooks/${slug}`}>Open the runbook</Link>
            </>
          ) : (
            (blocked ?? readyWords(editor.isKept, preview))
          )
        }
        onMessage={editor.setMessage}
        onPublish={editor.publish}
      />
    </>
  );
}

type Editor = ReturnType<typeof useEditor>;

function whyBlocked({ isBusy, conflict, isDirty, text, message }: Editor): string | null {
  if (isBusy) return "Publishing…";
  if (conflict) return `Decide first what becomes of revision ${conflict.currentNumber}.`;
  if (!isDirty) return "Nothing changed yet.";
  return refuseSource(text) ?? refuseMessage(message);
}

function readyWords(isKept: boolean, { problems }: Preview): string {
  const kept = isKept
    ? "Kept in this browser."
    : "This browser keeps nothing: publish before you leave the page.";
  return problems.some(({ severity }) => severity === "error")
    ? `${countProblems(problems)} in the text. ${kept}`
    : kept;
}

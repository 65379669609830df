"use client";

import { Button } from "@/components/ui/button";
import { download } from "@/components/ui/download";
import { formatRelative } from "@/components/ui/time";
import type { DraftCopy } from "./draft-store";

type RestoredNoticeProps = {
  savedAt: string;
  baseNumber: number;
  currentNumber: number;
  onDiscard: () => void;
  onDismiss: () => void;
};

/** Says that a draft was put back, from when, and on what it was written. */
export function RestoredNotice({
  savedAt,
  baseNumber,
  currentNumber,
  onDiscard,
  onDismiss,
}: RestoredNoticeProps) {
  return (
    <div className="notice" role="status">
      <p>
        Your unsaved text from {formatRelative(savedAt, new Date())} was put back.
        {baseNumber === currentNumber
          ? null
          : ` It was written on revision ${baseNumber}; revision ${currentNumber} is current now.`}
      </p>
      <span className="notice-acts">
        <Button size="small" onClick={onDiscard}>
          Discard it
        </Button>
        <Button size="small" variant="ghost" onClick={onDismiss}>
          Keep writing
        </Button>
      </span>
    </div>
  );
}

type CopiesNoticeProps = {
  slug: string;
  copies: readonly DraftCopy[];
  onOpen: (copy: DraftCopy) => void;
  onDiscard: (copy: DraftCopy) => void;
};

/** Texts of this runbook that are kept in this browser beside the one in the editor. */
export function CopiesNotice({ slug, copies, onOpen, onDiscard }: CopiesNoticeProps) {
  if (copies.length === 0) return null;
  return (
    <details className="notice draft-copies">
      <summary>
        {copies.length === 1 ? "One more unpublished text" : `${copies.length} more unpublished texts`} of
        yours
      </summary>
      <ul>
        {copies.map((copy) => (
          <li key={copy.id}>
            <span>
              From {formatRelative(copy.savedAt, new Date())}, written on revision {copy.baseNumber}
            </span>
            <span className="notice-acts">
              <Button size="small" onClick={() => onOpen(copy)}>
                Open it here
              </Button>
              <Button size="small" onClick={() => download(`${slug}-draft.${copy.format}`, copy.text)}>
                Download
              </Button>
              <Button size="small" variant="danger" onClick={() => onDiscard(copy)}>
                Discard
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

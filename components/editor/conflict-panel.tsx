"use client";

import { useDeferredValue, useMemo, useState } from "react";
import { DiffColumns } from "@/components/revisions/diff-columns";
import { DiffCount } from "@/components/revisions/diff-lines";
import { Button } from "@/components/ui/button";
import { Time } from "@/components/ui/time";
import { toLf } from "@/lib/domain/line-ends";
import type { ConflictDetails } from "@/lib/domain/publish-conflict";
import { diffTexts, mergeTexts } from "@/lib/domain/text-diff";

type ConflictPanelProps = {
  details: ConflictDetails;
  /** What stands in the editor now. */
  mine: string;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
  onMerge: (merged: string) => void;
};

/** Somebody published while this text was written: both are shown, and nothing is decided before they were. */
export function ConflictPanel({ details, mine, onKeepMine, onTakeTheirs, onMerge }: ConflictPanelProps) {
  const { currentNumber, currentAuthor, currentMessage, currentCreatedAt, currentSource, baseSource } =
    details;
  const [isWhole, setIsWhole] = useState(false);
  const text = useDeferredValue(mine);
  const theirs = useMemo(() => toLf(currentSource), [currentSource]);
  const diff = useMemo(
    () => diffTexts(theirs, text, isWhole ? Number.POSITIVE_INFINITY : 4),
    [theirs, text, isWhole],
  );
  const merged = useMemo(
    () => (baseSource === null ? null : mergeTexts(toLf(baseSource), text, theirs)),
    [baseSource, text, theirs],
  );
  const isMergeWorth = merged !== null && merged !== text && merged !== theirs;

  return (
    <section className="conflict" aria-labelledby="editor-conflict">
      <h2 id="editor-conflict">
        {currentAuthor ?? "An import"} published revision {currentNumber} while you were writing
      </h2>
      <p>
        “{currentMessage}”, <Time iso={currentCreatedAt} />. Your text is kept and still stands in the editor
        below. <DiffCount diff={diff} />
      </p>
      {diff.hunks.length === 0 ? (
        <p>Both texts are the same now.</p>
      ) : (
        <DiffColumns diff={diff} before={`Theirs, revision ${currentNumber}`} after="Yours, not published" />
      )}
      <label className="inline-field">
        <input
          type="checkbox"
          checked={isWhole}
          onChange={(event) => setIsWhole(event.currentTarget.checked)}
        />
        Show the unchanged lines too
      </label>
      <div className="conflict-acts">
        {isMergeWorth ? (
          <Button variant="strong" onClick={() => onMerge(merged)}>
            Put my changes into theirs
          </Button>
        ) : null}
        <Button onClick={onKeepMine}>Keep mine on top of theirs</Button>
        <Button onClick={onTakeTheirs}>Take theirs</Button>
      </div>
      <p className="quiet">
        {isMergeWorth
          ? "Your changes and theirs touch different lines, so both can stay. Look at the outcome before you publish it. "
          : null}
        Keeping yours replaces what they changed. Taking theirs puts your text aside, in this browser, until
        you discard it. Nothing is published by these buttons.
      </p>
    </section>
  );
}

"use client";

import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import type { RunbookFormat } from "@/lib/domain/document";
import { withLastUpdated } from "@/lib/domain/last-updated";
import { toLf, withLineEndsOf } from "@/lib/domain/line-ends";
import type { ConflictDetails } from "@/lib/domain/publish-conflict";
import { browserPlaces, type Draft, type DraftCopy, type DraftStore, openDraftStore } from "./draft-store";
import { publishText } from "./publish-client";
import type { SourceHandle } from "./source-handle";

/** The newest revision that this editor knows of, as it is stored. */
export type EditorBase = { number: number; source: string; format: RunbookFormat };

export type Failure = { message: string; isSignedOut: boolean };

const saveAfterMs = 250;

type Writing = Omit<Draft, "savedAt"> & { baseText: string; baseFormat: RunbookFormat };

const isSame = ({ text, format, baseText, baseFormat }: Writing) =>
  text === baseText && format === baseFormat;

function toDraft({ text, format, message, baseNumber }: Writing, changedAt: string): Draft {
  return { text, format, message, baseNumber, savedAt: changedAt || new Date().toISOString() };
}

/**
 * What is being written, the draft of it in this browser, and its way to a revision. The rule behind all of it:
 * a text leaves the draft store only when it is published or when its author discards it.
 */
export function useEditor(
  owner: { slug: string; userId: string },
  first: EditorBase,
  handle: RefObject<SourceHandle | null>,
) {
  const { slug, userId } = owner;
  const [text, setText] = useState(() => toLf(first.source));
  const [format, setFormat] = useState(first.format);
  const [message, setMessage] = useState("");
  const [base, setBase] = useState(first);
  /** What the text was written on: older than `base` for a draft that somebody has overtaken. */
  const [parentNumber, setParentNumber] = useState(first.number);
  const [restored, setRestored] = useState<{ savedAt: string; baseNumber: number } | null>(null);
  const [copies, setCopies] = useState<DraftCopy[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [conflict, setConflict] = useState<ConflictDetails | null>(null);
  const [published, setPublished] = useState<number | null>(null);
  const [isKept, setIsKept] = useState(true);

  const baseText = useMemo(() => toLf(base.source), [base.source]);
  const isDirty = text !== baseText || format !== base.format;
  const store = useRef<DraftStore | null>(null);
  const changedAt = useRef("");

  const writing = useMemo<Writing>(
    () => ({ text, format, message, baseNumber: parentNumber, baseText, baseFormat: base.format }),
    [text, format, message, parentNumber, baseText, base.format],
  );
  // What a timer or a leaving page writes must be what stands there then, not what stood there when it was set.
  const latest = useRef(writing);
  useEffect(() => {
    latest.current = writing;
  }, [writing]);

  const flush = useCallback(() => {
    if (!store.current) return;
    if (isSame(latest.current)) store.current.drop();
    else setIsKept(store.current.save(toDraft(latest.current, changedAt.current)));
  }, []);

  const change = useCallback((next: string) => {
    changedAt.current = new Date().toISOString();
    latest.current = { ...latest.current, text: next };
    setText(next);
  }, []);

  /** Once the field is there: puts the draft back, and takes what was typed before the page was awake. */
  const start = useCallback(() => {
    if (store.current || !handle.current) return;
    const opened = openDraftStore(browserPlaces(), { userId, slug }, uuidv7);
    const initial = toLf(first.source);
    const typed = toLf(handle.current.read());
    const draft = opened.load();
    const isDraftNews = draft && (draft.text !== initial || draft.format !== first.format);
    if (isDraftNews) {
      if (typed !== initial && typed !== draft.text) {
        opened.keep({ ...draft, text: typed, savedAt: new Date().toISOString() });
      }
      handle.current.replace(draft.text);
      changedAt.current = draft.savedAt;
      setFormat(draft.format);
      setMessage(draft.message);
      setParentNumber(draft.baseNumber);
      setRestored({ savedAt: draft.savedAt, baseNumber: draft.baseNumber });
    } else if (typed !== initial) {
      change(typed);
    }
    setCopies(opened.copies());
    store.current = opened;
  }, [handle, userId, slug, first, change]);

  useEffect(() => {
    const timer = setTimeout(flush, saveAfterMs, writing);
    return () => clearTimeout(timer);
  }, [writing, flush]);

  useEffect(() => {
    const leave = () => {
      flush();
      store.current?.release();
    };
    const hide = () => {
      if (document.visibilityState === "hidden") flush();
    };
    const back = () => store.current?.claim();
    back();
    window.addEventListener("pagehide", leave);
    window.addEventListener("pageshow", back);
    document.addEventListener("visibilitychange", hide);
    return () => {
      leave();
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("pageshow", back);
      document.removeEventListener("visibilitychange", hide);
    };
  }, [flush]);

  // Only where the browser keeps nothing is the question on leaving needed.
  useEffect(() => {
    if (isKept || !isDirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isKept, isDirty]);

  /** Puts the text in the editor aside, when there is one to lose. */
  function putAside() {
    if (!isDirty || !store.current) return;
    const draft = toDraft(latest.current, changedAt.current);
    // Where the browser keeps nothing the copy lives as long as the page.
    const copy = store.current.keep(draft) ?? { ...draft, id: uuidv7() };
    setCopies((known) => [copy, ...known]);
  }

  function settle(details: ConflictDetails, next: string | null) {
    if (next !== null) {
      putAside();
      handle.current?.replace(next);
    }
    setBase({ number: details.currentNumber, source: details.currentSource, format: details.currentFormat });
    setParentNumber(details.currentNumber);
    setConflict(null);
    setRestored(null);
    handle.current?.focus();
  }

  async function publish() {
    const dated = withLastUpdated(text, new Date().toISOString().slice(0, 10));
    if (dated !== text) {
      handle.current?.replace(dated);
      change(dated);
    }
    flush();
    const source = withLineEndsOf(dated, base.source);
    setIsBusy(true);
    setFailure(null);
    const answer = await publishText(slug, { source, format, message: message.trim(), parentNumber });
    setIsBusy(false);
    if (answer.kind === "conflict") setConflict(answer.details);
    if (answer.kind === "refused") setFailure({ message: answer.message, isSignedOut: answer.isSignedOut });
    if (answer.kind !== "published") return;
    setBase({ number: answer.number, source, format });
    setParentNumber(answer.number);
    setPublished(answer.number);
    setMessage("");
    setRestored(null);
  }

  return {
    text,
    format,
    message,
    base,
    parentNumber,
    isDirty,
    isKept,
    isBusy,
    restored,
    copies,
    failure,
    conflict,
    published,
    start,
    change,
    setFormat(next: RunbookFormat) {
      changedAt.current = new Date().toISOString();
      setFormat(next);
    },
    setMessage,
    publish,
    dismissRestored: () => setRestored(null),
    discardRestored() {
      handle.current?.replace(baseText);
      setFormat(base.format);
      setMessage("");
      setParentNumber(base.number);
      setRestored(null);
      store.current?.drop();
    },
    openCopy(copy: DraftCopy) {
      putAside();
      handle.current?.replace(copy.text);
      setFormat(copy.format);
      setMessage(copy.message);
      setParentNumber(copy.baseNumber);
      if (store.current?.save(copy)) store.current.discard(copy.id);
      setCopies((known) => known.filter((other) => other.id !== copy.id));
    },
    discardCopy(copy: DraftCopy) {
      store.current?.discard(copy.id);
      setCopies((known) => known.filter((other) => other.id !== copy.id));
    },
    keepMine: () => conflict && settle(conflict, null),
    takeTheirs() {
      if (!conflict) return;
      settle(conflict, toLf(conflict.currentSource));
      setFormat(conflict.currentFormat);
    },
    merge: (merged: string) => conflict && settle(conflict, merged),
  };
}

"use client";

import { useEffect, useRef, useState } from "react";
import type { RunbookFormat } from "@/lib/domain/document";
import type { Preview } from "./preview";
import { send, sentenceOf } from "./publish-client";

export type PreviewState = {
  preview: Preview;
  /** "busy" from the first changed letter until the page fits the text again. */
  state: "fresh" | "busy" | "failed";
  /** Why it failed; the last page stays up. */
  reason: string | null;
  retry: () => void;
};

const pauseMs = 300;

/**
 * The page of a text while it is written: asked for after a short pause, the newest text wins, an older answer that
 * comes late is dropped.
 */
export function usePreview(
  slug: string,
  text: string,
  format: RunbookFormat,
  first: { text: string; format: RunbookFormat; preview: Preview },
): PreviewState {
  const [preview, setPreview] = useState(first.preview);
  const [state, setState] = useState<PreviewState["state"]>("fresh");
  const [reason, setReason] = useState<string | null>(null);
  const [again, setAgain] = useState<{ text: string } | null>(null);
  const shown = useRef({ text: first.text, format: first.format });

  useEffect(() => {
    if (shown.current.text === text && shown.current.format === format) {
      setState("fresh");
      return;
    }
    setState("busy");
    const abort = new AbortController();
    const timer = setTimeout(
      async () => {
        const answer = await send("/api/v1/preview", { source: text, format, slug }, abort.signal);
        if (abort.signal.aborted) return;
        if (answer?.status === 200) {
          shown.current = { text, format };
          setPreview(answer.body as Preview);
          setReason(null);
          setState("fresh");
        } else {
          setReason(answer ? sentenceOf(answer.status, answer.body) : "The portal cannot be reached.");
          setState("failed");
        }
      },
      again?.text === text ? 0 : pauseMs,
    );
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [slug, text, format, again]);

  return { preview, state, reason, retry: () => setAgain({ text }) };
}

"use client";

import { CloudUpload } from "lucide-react";
import { useIsLate } from "@/components/ui/use-is-late";

const patienceMs = 700;

/** Says that something is kept here and not sent yet. An acknowledgement that comes at once is not worth a word. */
export function WaitingMark({ text = "Waiting to be sent" }: { text?: string }) {
  const isShown = useIsLate(true, patienceMs);
  return isShown ? (
    <span className="waiting-mark">
      <CloudUpload size={14} aria-hidden />
      {text}
    </span>
  ) : null;
}

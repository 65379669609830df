"use client";

import { useState } from "react";
import { copyText } from "@/components/runbook/clipboard";
import { Button } from "@/components/ui/button";

/** Copies a text as it stands, and says so once it is done. */
export function CopyText({ text }: { text: string }) {
  const [word, setWord] = useState<"Copy" | "Copied" | "Not copied">("Copy");
  return (
    <Button
      size="small"
      variant="ghost"
      aria-live="polite"
      onClick={() => void copyText(text).then((isDone) => setWord(isDone ? "Copied" : "Not copied"))}
    >
      {word}
    </Button>
  );
}

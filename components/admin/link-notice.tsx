"use client";

import { useState } from "react";
import { copyText } from "@/components/runbook/clipboard";
import { Button } from "@/components/ui/button";

type LinkNoticeProps = { link: string; text?: string; label?: string };

/** A link that lets somebody in, to be copied now: it is shown this once; the portal keeps only its hash. */
export function LinkNotice({
  link,
  text = "Send this link to the person. It works once and is not shown again.",
  label = "One-time link",
}: LinkNoticeProps) {
  const [copied, setCopied] = useState<string | null>(null);
  return (
    <div className="notice link-notice" role="status">
      <p>{text}</p>
      <div className="link-notice-row">
        <input
          className="input mono"
          readOnly
          aria-label={label}
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button
          onClick={async () => {
            if (await copyText(link)) setCopied(link);
          }}
        >
          {copied === link ? "Copied" : "Copy the link"}
        </Button>
      </div>
    </div>
  );
}

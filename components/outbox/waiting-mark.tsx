"use client";

import { CloudUpload } from "lucide-react";
import { useEffect, useState } from "react";

const patienceMs = 700;

/** Says that something is kept here and not sent yet. An acknowledgement that comes at once is not worth a word. */
export function WaitingMark() {
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsShown(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return isShown ? (
    <span className="waiting-mark">
      <CloudUpload size={14} aria-hidden />
      Waiting to be sent
    </span>
  ) : null;
}

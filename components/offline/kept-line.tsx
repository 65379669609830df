"use client";

import { useMinute } from "@/components/ui/use-minute";
import { useKeptState } from "./kept-state";
import { keptWords } from "./kept-words";

/** What this device keeps, in a sentence. */
export function KeptLine() {
  const state = useKeptState();
  const now = useMinute();
  return <p className="kept-line needs-js">{keptWords(state, now)}</p>;
}

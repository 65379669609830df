"use client";

import { useKeptState } from "./kept-state";
import { keptWords } from "./kept-words";

/** What this device keeps, in a sentence. */
export function KeptLine() {
  const state = useKeptState();
  return <p className="kept-line needs-js">{keptWords(state, new Date())}</p>;
}

"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { formatRelative } from "@/components/ui/time";
import { useMinute } from "@/components/ui/use-minute";
import { type KeptState, tellKept, useKeptState } from "./kept-state";
import { keptWords } from "./kept-words";

const busy: readonly KeptState["phase"][] = ["unknown", "keeping"];

/** The copy for the time without a network, with what one can do about it. */
export function KeptSettings() {
  const state = useKeptState();
  const now = useMinute();
  const [isWorking, setIsWorking] = useState(false);
  const act = async (name: "keepNow" | "removeCopy") => {
    if (isWorking) return;
    setIsWorking(true);
    try {
      await (await import("./keep-copy"))[name]();
    } catch {
      tellKept({ phase: "behind" });
    }
    setIsWorking(false);
  };
  return (
    <section className="needs-js" aria-labelledby="kept">
      <h2 id="kept">Without a network</h2>
      {/* The age stands outside: a status that changes is read out, and it changes every minute. */}
      <p role="status">{keptWords({ ...state, checkedAt: null }, now)}</p>
      {state.checkedAt && state.kept > 0 ? (
        <p className="quiet">The portal was last asked {formatRelative(state.checkedAt, now)}.</p>
      ) : null}
      <p className="quiet">
        Open incidents and every runbook that you may read are kept in this browser, and dropped when you sign
        out.
      </p>
      <p className="button-row">
        <Button aria-disabled={isWorking || busy.includes(state.phase)} onClick={() => void act("keepNow")}>
          {isWorking ? "Keeping…" : "Keep now"}
        </Button>
        {state.kept > 0 ? (
          <Button variant="ghost" onClick={() => void act("removeCopy")}>
            Remove
          </Button>
        ) : null}
      </p>
    </section>
  );
}

"use client";

import { useCallback, useRef } from "react";
import type { CopiedCommand } from "@/components/runbook/live-document";
import type { Values } from "@/components/runbook/values-store";
import { valueKey } from "@/lib/domain/board-state";
import { maskSecrets } from "@/lib/domain/commands/mask-secrets";
import type { Variable } from "@/lib/domain/document";
import type { BoardStore } from "./board-store";

const longest = 20_000;

type Options = {
  store: BoardStore;
  runId: string;
  variables: Variable[];
  canAppend: boolean;
  canTick: boolean;
};

/**
 * What reading and copying leave in the record: copied commands, values that were settled on. `mask` takes the secrets
 * out of a text that is to be kept, and cuts it.
 */
export function useRecorder({ store, runId, variables, canAppend, canTick }: Options) {
  /** Secrets among them: what a command prints may say them again. */
  const copiedWith = useRef<Values>({});
  const mask = useCallback(
    (text: string) => cutText(maskSecrets(text, copiedWith.current, variables)),
    [variables],
  );
  const recordCopy = useCallback(
    ({ unit, text, values }: CopiedCommand) => {
      copiedWith.current = values;
      if (!canAppend) return;
      const masked = mask(text);
      store.act({ kind: "command.copied", runId, stepId: null, data: { commandId: unit.id, text: masked } });
    },
    [store, runId, mask, canAppend],
  );
  const recordValue = useCallback(
    ({ key, isSecret }: Variable, value: string) => {
      const known = store.get().shown.values[valueKey(runId, key)]?.value ?? "";
      if (isSecret || !canTick || value === known) return;
      store.act({
        kind: "variable.set",
        runId,
        stepId: null,
        data: { key, value: value === "" ? null : value },
      });
    },
    [store, runId, canTick],
  );
  return { recordCopy, recordValue, mask };
}

/** As much as an event may hold. Half of a surrogate pair at the cut could not be stored. */
function cutText(text: string): string {
  return text.slice(0, longest).replace(/\p{Surrogate}/gu, "");
}

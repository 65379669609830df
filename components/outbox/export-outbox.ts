import { download } from "@/components/ui/download";
import type { OutboxSnapshot } from "./outbox-types";

/** All that is not in the record, also of others who used this browser, as a file for whoever writes it in by hand. */
export function exportOutbox(snapshot: OutboxSnapshot, now: Date): void {
  const { entries, unkept, foreign } = snapshot;
  const content = {
    format: "runbook-portal-outbox/1",
    exportedAt: now.toISOString(),
    entries: [
      ...entries,
      ...unkept.map(({ entry, message }) => ({ ...entry, state: "not-kept", message })),
      ...foreign,
    ],
  };
  const name = `not-in-the-record-${now.toISOString().slice(0, 16).replace(":", "-")}.json`;
  download(name, `${JSON.stringify(content, null, 2)}\n`, "application/json");
}

"use client";

import { Download } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { Button, ButtonLink } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Time } from "@/components/ui/time";
import { DiscardButton } from "./discard-button";
import { exportOutbox } from "./export-outbox";
import type { OutboxEntry } from "./outbox-entry";
import type { Outbox, OutboxSnapshot } from "./outbox-types";
import { entryAbout, entryWords } from "./outbox-words";

type OutboxTrayProps = { outbox: Outbox; snapshot: OutboxSnapshot; onClose: () => void };

/** What this person did and the record does not have: why, and what can be done about it. */
export function OutboxTray({ outbox, snapshot, onClose }: OutboxTrayProps) {
  const { entries, unkept, foreign, needsSignIn } = snapshot;
  const pathname = usePathname();
  const acts = (id: string) => ({
    onRetry: () => void outbox.retry(id).catch(() => {}),
    onDiscard: () => void outbox.discard(id).catch(() => {}),
    onLeave: onClose,
  });
  const isEmpty = entries.length + unkept.length === 0;
  return (
    <Dialog title="Not yet in the record" text={introOf(snapshot)} onClose={onClose}>
      {needsSignIn ? (
        <p className="notice notice-warn outbox-sign-in">
          <span>Your session has ended. Sign in again, as yourself, and it is sent.</span>
          <ButtonLink size="small" href={`/sign-in?next=${encodeURIComponent(pathname)}`} prefetch={false}>
            Sign in
          </ButtonLink>
        </p>
      ) : null}
      <ul className="outbox-list">
        {unkept.map(({ entry, message }) => (
          <Item
            key={entry.id}
            entry={entry}
            trouble={`Lost when this tab closes. ${message}`}
            {...acts(entry.id)}
          />
        ))}
        {entries.map((entry) => (
          <Item key={entry.id} entry={entry} trouble={refusalOf(entry)} {...acts(entry.id)} />
        ))}
      </ul>
      {foreign.length > 0 ? (
        <p className="outbox-foreign">
          {foreign.length === 1 ? "One act" : `${foreign.length} acts`} of somebody else who used this browser
          {foreign.length === 1 ? " waits" : " wait"} here. Sent when that person signs in on this browser.
        </p>
      ) : null}
      <div className="dialog-acts">
        <Button
          variant="ghost"
          onClick={() => exportOutbox(snapshot, new Date())}
          disabled={isEmpty && foreign.length === 0}
        >
          <Download aria-hidden />
          Export as a file
        </Button>
        {entries.some((entry) => entry.state === "waiting") ? (
          <Button onClick={outbox.wake}>Send now</Button>
        ) : null}
      </div>
    </Dialog>
  );
}

type ItemProps = {
  entry: OutboxEntry;
  /** Why it does not get on by itself; null while it waits. */
  trouble: string | null;
  onRetry: () => void;
  onDiscard: () => void;
  onLeave: () => void;
};

function Item({ entry, trouble, onRetry, onDiscard, onLeave }: ItemProps) {
  const about = entryAbout(entry);
  return (
    <li>
      <p className="outbox-what">
        <b>{entryWords(entry)}</b> {about ? <q>{about}</q> : null}
      </p>
      <p className="outbox-where">
        {entry.incidentKey ? (
          <Link href={`/incidents/${entry.incidentKey}`} prefetch={false} onClick={onLeave}>
            {entry.incidentKey}
          </Link>
        ) : (
          <span>An incident started on this device</span>
        )}
        <Time iso={entry.at} />
        {trouble === null ? <span>{troubleWords(entry)}</span> : null}
      </p>
      {trouble === null ? null : <p className="outbox-trouble">{trouble}</p>}
      <p className="outbox-acts">
        {trouble === null ? null : (
          <Button size="small" onClick={onRetry}>
            Try again
          </Button>
        )}
        <DiscardButton onDiscard={onDiscard} />
      </p>
    </li>
  );
}

function refusalOf({ state, refusal }: OutboxEntry): string | null {
  return state === "refused" ? `Refused. ${refusal?.message ?? ""}` : null;
}

function troubleWords({ trouble }: OutboxEntry): string {
  if (trouble === "signed-out") return "Waits for a sign-in";
  return trouble === "unreachable" ? "Waits: the portal does not answer" : "Waits to be sent";
}

function introOf({ entries, unkept }: OutboxSnapshot): string {
  if (unkept.length > 0)
    return "This browser could not store all of it. Keep this tab open until it is sent.";
  const isWaiting = entries.some((entry) => entry.state === "waiting");
  const isRefused = entries.some((entry) => entry.state === "refused");
  const refusal = "What was refused needs you: try again when the reason is gone, export it or discard it.";
  if (isWaiting) {
    const wait = "What waits is kept on this device and sent by itself. You may close this tab.";
    return isRefused ? `${wait} ${refusal}` : wait;
  }
  if (isRefused) return refusal;
  return "All that you did is in the record.";
}

"use client";

import { useState, useTransition } from "react";
import { orUnreachable } from "@/components/shell/unreachable";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Time } from "@/components/ui/time";
import type { ActionResult } from "@/lib/domain/action-result";

type ReadLinkLine = {
  id: string;
  reason: string;
  createdBy: string;
  createdAt: string;
  until: string;
  lastUsedAt: string | null;
  state: "open" | "expired" | "revoked";
};

type Props = { links: readonly ReadLinkLine[]; revoke: (id: string) => Promise<ActionResult<null>> };

const tones: Record<ReadLinkLine["state"], BadgeTone> = { open: "ok", expired: "quiet", revoked: "warn" };

/** Every break-glass link with who made it, why and until when; an open one can be ended. */
export function ReadLinksTable({ links, revoke }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, start] = useTransition();
  if (links.length === 0) return <EmptyState title="No break-glass link was ever made" />;

  const end = (id: string) =>
    start(async () => {
      const answer = await orUnreachable(revoke(id));
      setProblem(answer.ok ? null : answer.message);
    });

  return (
    <>
      <section className="table-scroll" aria-label="Break-glass links">
        <table className="grid-table">
          <thead>
            <tr>
              <th scope="col">Why</th>
              <th scope="col">Made by</th>
              <th scope="col">Until</th>
              <th scope="col">Last used</th>
              <th scope="col">State</th>
              <th scope="col">
                <span className="sr-only">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {links.map((link) => (
              <tr key={link.id}>
                <th scope="row">{link.reason}</th>
                <td>
                  {link.createdBy}
                  <span className="quiet block">
                    <Time iso={link.createdAt} />
                  </span>
                </td>
                <td>
                  <Time iso={link.until} show="absolute" />
                </td>
                <td>{link.lastUsedAt ? <Time iso={link.lastUsedAt} /> : "never"}</td>
                <td>
                  <Badge tone={tones[link.state]}>{link.state}</Badge>
                </td>
                <td className="row-actions">
                  {link.state === "open" ? (
                    <Button
                      size="small"
                      disabled={isBusy}
                      aria-label={`Revoke: ${link.reason}`}
                      onClick={() => end(link.id)}
                    >
                      Revoke
                    </Button>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {problem ? (
        <p role="alert" className="field-error">
          {problem}
        </p>
      ) : null}
    </>
  );
}

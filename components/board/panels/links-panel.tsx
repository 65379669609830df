"use client";

import {
  ArrowUpRight,
  ChartLine,
  Link as LinkIcon,
  type LucideIcon,
  MessagesSquare,
  Plus,
  Ticket,
  X,
} from "lucide-react";
import { Button } from "@/components/ui/button";
import type { LinkType } from "@/lib/domain/event-data";
import { Panel } from "./panel";
import type { Desk } from "./use-desk";

const icons: Record<LinkType, LucideIcon> = {
  dashboard: ChartLine,
  chat: MessagesSquare,
  tracker: Ticket,
  other: LinkIcon,
};

/** The links of this incident, and the dashboards that the runbook names. */
export function LinksPanel({ desk }: { desk: Desk }) {
  const { links, doc, canAppend } = desk;
  const dashboards = doc.aids.dashboards.filter(({ url }) => !links.some((link) => link.url === url));
  if (links.length === 0 && dashboards.length === 0) return null;
  return (
    <Panel
      title="Links"
      act={
        canAppend ? (
          <Button size="small" variant="ghost" onClick={() => desk.ask({ kind: "link" })}>
            <Plus aria-hidden />
            Link
          </Button>
        ) : null
      }
    >
      <ul className="panel-list links">
        {links.map(({ id, url, label, type, by }) => {
          const Icon = icons[type];
          return (
            <li key={id}>
              <a href={url} rel="noreferrer" target="_blank" title={`${url}\nadded by ${by}`}>
                <Icon size={15} aria-hidden />
                <span>{label}</span>
                <ArrowUpRight size={14} aria-label="opens another site" />
              </a>
              {canAppend ? (
                <button
                  type="button"
                  className="link-remove"
                  aria-label={`Take the link ${label} away`}
                  onClick={() =>
                    desk.act({ kind: "link.removed", runId: null, stepId: null, data: { linkId: id } })
                  }
                >
                  <X size={14} aria-hidden />
                </button>
              ) : null}
            </li>
          );
        })}
        {dashboards.map(({ url, label }) => (
          <li key={url}>
            <a href={url} rel="noreferrer" target="_blank" title={`${url}\nfrom the runbook`}>
              <ChartLine size={15} aria-hidden />
              <span>{label}</span>
              <ArrowUpRight size={14} aria-label="opens another site" />
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

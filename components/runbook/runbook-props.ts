import { can, mayOffer } from "@/lib/access/policy";
import type { Actor } from "@/lib/domain/actor";
import { toCopyUnits } from "@/lib/domain/commands/copy-units";
import type { CompiledRunbook } from "@/lib/domain/document";
import { buildOutline } from "./outline";
import type { RunbookProps } from "./runbook-view";

type Page = {
  runbook: { slug: string; squadId: string | null; squadName: string | null; isTemplate: boolean };
  revision: { number: number; authorName: string | null; createdAt: string };
  compiled: CompiledRunbook;
};

/** Takes from a runbook what its page shows to this reader, and no more; plain JSON, so that a browser can keep it. */
export function toRunbookProps(actor: Actor, { runbook, revision, compiled }: Page): RunbookProps {
  const { slug, squadId, squadName, isTemplate } = runbook;
  const { model } = compiled;
  const { title, meta, alerts, escalation, variables } = model;
  return {
    slug,
    squadName,
    revision: { number: revision.number, authorName: revision.authorName, createdAt: revision.createdAt },
    facts: {
      title,
      isTemplate: model.isTemplate,
      meta,
      alerts,
      escalation,
      sections: model.sections.map(({ id, text, depth, kind }) => ({ id, text, depth, kind })),
    },
    outline: buildOutline(model.sections, model.commands, title),
    html: compiled.html,
    units: toCopyUnits(model.commands),
    variables,
    problems: can(actor, "problems.read", { squadId }) ? compiled.problems : [],
    road: compiled.road,
    startHref: mayOffer(actor, "incident.open") && !isTemplate ? `/incidents/new?runbook=${slug}` : null,
    editHref: can(actor, "runbook.edit", { squadId }) ? `/runbooks/${slug}/edit` : null,
  };
}

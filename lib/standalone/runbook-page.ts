import { toCopyUnits } from "@/lib/domain/commands/copy-units";
import type { RunbookModel, Section } from "@/lib/domain/document";
import { type StandaloneData, standaloneDataId, standaloneValuesId } from "@/lib/domain/standalone-data";
import type { StandaloneAssets } from "./assets";
import { frame, markHtml } from "./frame";
import { escapeHtml, jsonForScript, timeHtml } from "./html";
import { withoutButtons, withoutRequests, withPenBoxes } from "./still-html";

/** A runbook as its own page shows it. */
export type StandaloneRunbook = {
  slug: string;
  title: string;
  isTemplate: boolean;
  service: string | null;
  squadName: string | null;
  revision: { number: number; sha256: string; createdAt: Date; authorName: string | null };
  model: RunbookModel;
  /** Sanitised HTML of a compile, its links and images led to where they stand from here. */
  html: string;
};

export type PageContext = {
  /** Address of the portal, without a slash at its end. */
  portalUrl: string;
  /** When the page is made. */
  now: Date;
};

/** A page of the export folder: no script; other pages of the folder lie beside it. */
export function exportedRunbookPage(
  runbook: StandaloneRunbook,
  context: PageContext & { css: string; key: string },
): string {
  const head = `<nav class="sheet-nav no-print" aria-label="Export"><a href="../index.html">All runbooks</a><a href="../search.html">Search list</a></nav>`;
  return frame({
    title: runbook.model.title,
    css: context.css,
    key: context.key,
    body: pageBody(runbook, { ...context, head, values: "", html: withoutButtons(runbook.html) }),
  });
}

/** A runbook as one file: its values can be filled in and its commands copied, with no portal anywhere. */
export function oneFileRunbook(
  runbook: StandaloneRunbook,
  context: PageContext & { assets: StandaloneAssets },
): string {
  const { assets } = context;
  const data: StandaloneData = {
    slug: runbook.slug,
    units: toCopyUnits(runbook.model.commands),
    variables: runbook.model.variables,
  };
  const values = `<div id="${standaloneValuesId}"></div>`;
  const body = pageBody(runbook, { ...context, head: "", values, html: runbook.html });
  return frame({
    title: runbook.model.title,
    css: assets.css,
    script: assets.script,
    // A block of data, which no browser runs.
    body: `${body}<script type="application/json" id="${standaloneDataId}">${jsonForScript(data)}</script>`,
  });
}

type Parts = PageContext & { head: string; values: string; html: string };

function pageBody(runbook: StandaloneRunbook, { portalUrl, now, head, values, html }: Parts): string {
  const { slug, isTemplate, revision, model } = runbook;
  // The text's own title, as in the portal: the row's is what lists go by.
  const { title } = model;
  const first = model.sections[0];
  const id = first?.depth === 1 ? ` id="${escapeHtml(first.id)}"` : "";
  const address = `${portalUrl}/runbooks/${encodeURIComponent(slug)}`;
  return `<header class="sheet-top"><span class="sheet-brand">${markHtml}Runbook Portal</span>${head}</header>
<div class="sheet">
${contents(model.sections)}
<main id="main">
<p class="provenance">Copy of revision ${revision.number}, saved ${timeHtml(now)} · <a href="${escapeHtml(address)}">the newest is in the portal</a></p>
<h1 class="sheet-title"${id}>${escapeHtml(title)}</h1>
${isTemplate ? '<p class="sheet-tags"><span class="sheet-tag">Template</span></p>\n' : ""}${facts(runbook)}${alerts(model)}${values}
<div class="doc">${withoutRequests(withPenBoxes(html), portalUrl)}</div>
</main>
</div>
<footer class="sheet-foot">${escapeHtml(title)} · revision ${revision.number} of ${timeHtml(revision.createdAt)}${revision.authorName ? ` by ${escapeHtml(revision.authorName)}` : ""} · exported ${timeHtml(now)}<br><span class="sheet-sha">sha-256 ${escapeHtml(revision.sha256)}</span></footer>
`;
}

function facts({ service, squadName, model: { meta } }: StandaloneRunbook): string {
  const known: [string, string | null][] = [
    ["Service", meta.service ?? service],
    ["Squad", squadName ?? meta.squad],
    ["On call", meta.onCall],
    ["SLO", meta.slo],
    ["Last updated", meta.lastUpdated],
  ];
  const rows = known.flatMap(([name, value]) =>
    value ? [`<div><dt>${name}</dt><dd>${escapeHtml(value)}</dd></div>`] : [],
  );
  return rows.length === 0 ? "" : `<dl class="sheet-facts">${rows.join("")}</dl>\n`;
}

function alerts({ alerts }: RunbookModel): string {
  if (alerts.length === 0) return "";
  const items = alerts.map(
    ({ anchor, name, severity }) =>
      `<li><a href="#${escapeHtml(anchor)}">${escapeHtml(name)}</a>${severity ? ` <span class="sheet-tag">${escapeHtml(severity)}</span>` : ""}</li>`,
  );
  return `<nav class="sheet-alerts no-print" aria-label="Alerts"><h2>Alerts</h2><ul>${items.join("")}</ul></nav>\n`;
}

/** Sections of the two upper levels below the title, those within others under them. */
function contents(sections: readonly Section[]): string {
  const shown = sections.slice(sections[0]?.depth === 1 ? 1 : 0).filter(({ text }) => text !== "");
  const top = Math.min(...shown.map(({ depth }) => depth));
  const items = shown
    .filter(({ depth }) => depth <= top + 1)
    .map(
      ({ id, text, depth }) =>
        `<li${depth > top ? ' class="toc-sub"' : ""}><a href="#${escapeHtml(id)}">${escapeHtml(text)}</a></li>`,
    );
  if (items.length === 0) return '<div class="sheet-toc"></div>';
  return `<nav class="sheet-toc no-print" aria-label="Contents"><p>Contents</p><ol>${items.join("")}</ol></nav>`;
}

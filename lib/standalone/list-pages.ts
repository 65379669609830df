import { frame, markHtml } from "./frame";
import { escapeHtml, timeHtml } from "./html";
import type { StandaloneRunbook } from "./runbook-page";

/** What the lists say of a runbook. */
export type ListedRunbook = Omit<StandaloneRunbook, "html">;

type ListContext = { css: string; key: string; now: Date };

const pageOf = ({ slug }: ListedRunbook) => `runbooks/${encodeURIComponent(slug)}.html`;

/** `index.html`: every runbook with its squad and its alerts, templates apart. */
export function indexPage(runbooks: readonly ListedRunbook[], context: ListContext): string {
  const templates = runbooks.filter(({ isTemplate }) => isTemplate);
  const own = runbooks.filter(({ isTemplate }) => !isTemplate);
  return listPage({
    ...context,
    title: "Runbooks",
    other: '<a href="search.html">Search list</a>',
    lead: `${own.length} ${own.length === 1 ? "runbook" : "runbooks"}, as they stood when this was written. To find a word in all of them, open the <a href="search.html">search list</a> and press Ctrl F.`,
    main: `${own.length === 0 ? "<p>There are no runbooks yet.</p>" : listOf(own)}${templates.length === 0 ? "" : `<h2>Templates</h2>${listOf(templates)}`}`,
  });
}

function listOf(runbooks: readonly ListedRunbook[]): string {
  return `<ul class="books">${runbooks.map(bookOf).join("")}</ul>`;
}

function bookOf(runbook: ListedRunbook): string {
  const { title, squadName, service, revision, model } = runbook;
  const owner = [squadName, service].flatMap((word) => (word ? [escapeHtml(word)] : [])).join(" · ");
  const alerts = model.alerts.map(
    ({ anchor, name }) => `<a href="${pageOf(runbook)}#${escapeHtml(anchor)}">${escapeHtml(name)}</a>`,
  );
  return `<li><div class="book-head"><a class="book-title" href="${pageOf(runbook)}">${escapeHtml(title)}</a><span class="book-owner">${owner}</span></div>${alerts.length === 0 ? "" : `<p class="book-alerts">${alerts.join("")}</p>`}<p class="book-revision">revision ${revision.number} · ${timeHtml(revision.createdAt)}</p></li>`;
}

/** `search.html`: titles, alerts and headings of all runbooks in one list, for the browser's own search. */
export function searchPage(runbooks: readonly ListedRunbook[], context: ListContext): string {
  return listPage({
    ...context,
    title: "Search list",
    other: '<a href="index.html">All runbooks</a>',
    lead: "Press Ctrl F (on a Mac Cmd F) and type a part of an alert, a title or a heading.",
    main: `<ul class="finds">${runbooks.map(findsOf).join("")}</ul>`,
  });
}

function findsOf(runbook: ListedRunbook): string {
  const { title, service, squadName, model } = runbook;
  const page = pageOf(runbook);
  const line = (kind: string, text: string, anchor: string) =>
    `<li><span>${kind}</span><a href="${page}#${escapeHtml(anchor)}">${escapeHtml(text)}</a></li>`;
  const anchors = new Set(model.alerts.map(({ anchor }) => anchor));
  const lines = [
    ...model.alerts.map(({ name, anchor }) => line("alert", name, anchor)),
    ...model.sections
      .slice(1)
      .filter(({ id, text }) => text !== "" && !anchors.has(id))
      .map(({ text, id }) => line("section", text, id)),
  ];
  const owner = [service, squadName].flatMap((word) => (word ? [escapeHtml(word)] : [])).join(" · ");
  return `<li><a class="book-title" href="${page}">${escapeHtml(title)}</a> <span class="book-owner">${owner}</span><ul>${lines.join("")}</ul></li>`;
}

type ListPage = ListContext & { title: string; other: string; lead: string; main: string };

function listPage({ title, other, lead, main, css, key, now }: ListPage): string {
  return frame({
    title: `${title} · Runbook Portal`,
    css,
    key,
    body: `<header class="sheet-top"><span class="sheet-brand">${markHtml}Runbook Portal</span><nav class="sheet-nav no-print" aria-label="Export">${other}</nav></header>
<main id="main" class="sheet-list">
<p class="provenance">Export of ${timeHtml(now)}</p>
<h1 class="sheet-title">${title}</h1>
<p class="sheet-lead">${lead}</p>
${main}
</main>
`,
  });
}

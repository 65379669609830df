/** Where the relative addresses of a page lead in this portal. Null leaves an address as it is. */
export type Leads = {
  /** Address of the runbook behind a path; `isPath` when it stands in code and is no link. */
  runbook: (path: string, isPath: boolean) => string | null;
  /** Address of the image behind a relative path. */
  image: (address: string) => string | null;
};

const TAG = /<(?:a|img)(?: [^\s="<>/]+(?:="[^"]*")?)+ ?\/?>/g;

/** The addresses of all images of a compiled page, as the author wrote them. */
export function imageAddresses(html: string): string[] {
  return [...html.matchAll(TAG)].flatMap(([tag]) =>
    tag.startsWith("<img ") ? (readAttribute(tag, "src") ?? []) : [],
  );
}

/**
 * Leads the relative addresses of a compiled page to the runbooks and images of this portal. The page was written by
 * our own serialiser (every attribute in double quotes), so tags can be found as text. A reference
 * (`data-ref`, with `data-path` when the words are the path itself) that leads
 * nowhere is marked, an image that is not kept here gives way to its words; nothing else of the page is touched.
 */
export function linkDocument(html: string, leads: Leads): string {
  return html.replace(TAG, (tag) => {
    if (tag.startsWith("<img ")) return linkImage(tag, leads);
    const reference = readAttribute(tag, "data-ref");
    if (reference === null) return tag;
    const isPath = readAttribute(tag, "data-path") !== null;
    const lead = leads.runbook(reference, isPath);
    return lead === null
      ? writeAttribute(writeAttribute(tag, "data-unresolved", ""), "title", "This portal has no such runbook")
      : writeAttribute(tag, "href", lead + (/#.*$/s.exec(reference)?.[0] ?? ""));
  });
}

/** An image that nobody brought along is its words: asking for it would only fail. */
function linkImage(tag: string, leads: Leads): string {
  const address = readAttribute(tag, "src");
  if (address === null || /^(?:https?:|data:)/i.test(address)) return tag;
  const lead = leads.image(address);
  if (lead !== null) return writeAttribute(tag, "src", lead);
  const words = readAttribute(tag, "alt") || address;
  return `<span class="missing-image" title="${escapeValue(`This portal has no image ${address}`)}">${escapeValue(words)}</span>`;
}

function readAttribute(tag: string, name: string): string | null {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? null : readValue(value);
}

function writeAttribute(tag: string, name: string, value: string): string {
  const written = ` ${name}="${escapeValue(value)}"`;
  const without = tag.replace(new RegExp(` ${name}="[^"]*"`), "");
  return without.replace(/(\/?>)$/, (end) => `${written}${end}`);
}

function escapeValue(value: string): string {
  return value.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

function readValue(value: string): string {
  return value
    .replace(/&quot;|&#x22;/g, '"')
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/&lt;|&#x3C;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;|&#x26;/g, "&");
}

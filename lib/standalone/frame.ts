import { escapeHtml } from "./html";

export type FrameOptions = {
  title: string;
  css: string;
  /** HTML of the body. */
  body: string;
  /** What the page was made from: it is written anew only when this differs. */
  key?: string;
  /** The one script of the page, with its hash as a policy names it (`sha256-…`). */
  script?: { code: string; hash: string };
};

/** In the head of every page of an export. */
export const keyName = "runbook-portal-export";

/** Icon of the portal: as data, since a page beside no server has nowhere to fetch it from. */
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%234b43d6' stroke-width='2' stroke-linejoin='round'%3E%3Cpath d='M5 3h10l4 4v14H5z'/%3E%3Cpath d='m8.5 13.5 2.5 2.5 4.5-5'/%3E%3C/svg%3E";

/** The mark beside the portal's name. */
export const markHtml =
  '<svg viewBox="0 0 24 24" class="mark" aria-hidden="true"><path d="M5 3h10l4 4v14H5z"/><path d="m8.5 13.5 2.5 2.5 4.5-5"/></svg>';

/**
 * A whole page that needs nothing beside itself. Its policy lets no script run but the one named, and asks no server
 * for anything, whatever its body holds.
 */
export function frame({ title, css, body, key, script }: FrameOptions): string {
  const policy = [
    "default-src 'none'",
    ...(script ? [`script-src '${script.hash}'`, "require-trusted-types-for 'script'"] : []),
    "style-src 'unsafe-inline'",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no, email=no, address=no">
${key === undefined ? "" : `<meta name="${keyName}" content="${escapeHtml(key)}">\n`}<title>${escapeHtml(title)}</title>
<link rel="icon" href="${icon}">
<style>${css}</style>
</head>
<body>
<a href="#main" class="skip-link">Skip to the content</a>
${body}
${script ? `<script>${script.code}</script>\n` : ""}</body>
</html>
`;
}

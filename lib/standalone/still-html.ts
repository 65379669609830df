// The page was written by our own serialiser: text holds no `<`, and every attribute stands in double quotes. So tags
// can be found as text, and nothing that an author wrote can look like one.
const ATTRIBUTES = '(?: [^\\s="<>/]+(?:="[^"]*")?)*';
const BUTTON = new RegExp(`<button${ATTRIBUTES}>[^<]*</button>`, "g");
const BOX = new RegExp(`<span data-slot="step-box"${ATTRIBUTES}></span>`, "g");
const ACTS = new RegExp(`<div data-slot="step-acts"${ATTRIBUTES}></div>`, "g");
const TAG = new RegExp(`<(?:a|img)${ATTRIBUTES} ?/?>`, "g");

/** Takes out what only a script could bring to life: copy buttons. */
export function withoutButtons(html: string): string {
  return html.replace(BUTTON, "");
}

/** The places that a board would fill: on paper each step has a box for a pen, the rest goes. */
export function withPenBoxes(html: string): string {
  return html.replace(BOX, '<span class="pen-box" aria-hidden="true"></span>').replace(ACTS, "");
}

/**
 * Makes a page depend on nothing but itself: an address that begins at the portal's root gets the portal before it, and
 * an image that is not in the page is its words.
 */
export function withoutRequests(html: string, portalUrl: string): string {
  return html.replace(TAG, (tag) => {
    if (tag.startsWith("<img")) {
      if (/ src="data:/i.test(tag)) return tag;
      const words = / alt="([^"]*)"/.exec(tag)?.[1] || / src="([^"]*)"/.exec(tag)?.[1] || "image";
      return `<span class="missing-image">${words.replace(/</g, "&lt;")}</span>`;
    }
    return tag.replace(/ href="(\/(?!\/)[^"]*)"/, (_, path: string) => ` href="${portalUrl}${path}"`);
  });
}

/** A piece of a contact: plain words, or something that can be opened. */
type ContactPiece = { text: string; href: string | null };

const OPENABLE =
  /(https?:\/\/[^\s()<>]+)|([\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5})|(\+\d[\d\s().-]{6,20}\d)|((?<![\w&])#[a-z\d][\w-]{1,79}(?![\w-]))/gi;

/** Splits a contact into words and what can be opened: an address of the web, a mailbox, a number, a Slack channel. */
export function readContact(contact: string): ContactPiece[] {
  const pieces: ContactPiece[] = [];
  let end = 0;
  for (const match of contact.matchAll(OPENABLE)) {
    const [text, web, mail, phone] = match;
    if (match.index > end) pieces.push({ text: contact.slice(end, match.index), href: null });
    pieces.push({ text, href: hrefOf(text, { web, mail, phone }) });
    end = match.index + text.length;
  }
  if (end < contact.length) pieces.push({ text: contact.slice(end), href: null });
  return pieces;
}

function hrefOf(
  text: string,
  { web, mail, phone }: { web: string | undefined; mail: string | undefined; phone: string | undefined },
): string {
  if (web !== undefined) return web;
  if (mail !== undefined) return `mailto:${mail}`;
  if (phone !== undefined) return `tel:${phone.replace(/[^\d+]/g, "")}`;
  return `https://slack.com/app_redirect?channel=${encodeURIComponent(text.slice(1))}`;
}

import { isStorable } from "./storable-text";

/** What a revision may be. The editor says it before publishing, the server holds to it. */
export const maxSourceBytes = 256 * 1024;
export const maxMessageLength = 200;

/** Size of a text as it is stored, in bytes. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).byteLength;
}

/** Why a text cannot be published, as a sentence; null when it can. */
export function refuseSource(source: string): string | null {
  if (source.trim() === "") return "The text is empty. Write something first.";
  const bytes = byteLength(source);
  if (bytes > maxSourceBytes) {
    return `The text has ${Math.ceil(bytes / 1024)} KB; at most 256 KB can be published. Split it into two runbooks.`;
  }
  if (!isStorable(source))
    return "The text holds a character that cannot be stored. Paste it again as plain text.";
  return null;
}

/** Why a message cannot stand beside a revision, as a sentence; null when it can. */
export function refuseMessage(message: string): string | null {
  const text = message.trim();
  if (text === "") return "Say in a few words what changed.";
  if (text.length > maxMessageLength) return `Use at most ${maxMessageLength} characters for the message.`;
  if (!isStorable(text)) return "The message holds a character that cannot be stored.";
  return null;
}

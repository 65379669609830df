/** Most bytes that one image may have. */
export const maxImageBytes = 5 * 1024 * 1024;

const endings: Readonly<Record<string, string>> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/gif": "gif",
  "image/webp": "webp",
  "image/avif": "avif",
  "image/svg+xml": "svg",
};

/** The kind of an image by its first bytes, never by its name; null for whatever is no image that a page shows. */
export function imageTypeOf(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  if (head.startsWith("\x89PNG\r\n\x1a\n")) return "image/png";
  if (head.startsWith("\xff\xd8\xff")) return "image/jpeg";
  if (/^GIF8[79]a/.test(head)) return "image/gif";
  if (/^RIFF[\s\S]{4}WEBP/.test(head)) return "image/webp";
  if (/^[\s\S]{4}ftypavi[fs]/.test(head)) return "image/avif";
  const text = new TextDecoder().decode(bytes.subarray(0, 1024));
  return /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE svg[^>]*>\s*)*<svg[\s>]/i.test(text)
    ? "image/svg+xml"
    : null;
}

/** Ending of a file's name for one of the kinds above. */
export function imageEnding(contentType: string): string {
  return endings[contentType] ?? "bin";
}

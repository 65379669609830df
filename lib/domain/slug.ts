import { isStorable } from "./storable-text";

/** Words as a part of an address: lower case letters, digits and single hyphens; empty when there are none. */
export function slugOf(text: string): string {
  return (
    text
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-+|-+$/g, "")
      .normalize("NFC")
      .slice(0, 100)
      // A cut may leave half of a letter beyond the first plane, which no address can hold.
      .replace(/\p{Surrogate}/gu, "")
  );
}

/** The slug in an address: Next hands pages the letters beyond ASCII as they stand in the URL, encoded. */
export function slugOfParam(param: string): string {
  try {
    const slug = decodeURIComponent(param);
    return isStorable(slug) ? slug : "";
  } catch {
    return param; // A lone "%": no runbook has it, so the answer is "not found".
  }
}

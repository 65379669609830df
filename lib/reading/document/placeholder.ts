const WHOLE = /^[`*_\s]*\[[^\]]*\][`*_\s.]*$/;
const INSIDE = /\[[^\]\n]*\p{L}[^\]\n]*\](?!\()|<[a-z][^<>\n]*>|\{\{[^}\n]+\}\}/iu;

/** `[Service Name]` and nothing else: nobody has filled it in. */
export function isUnfilled(value: string): boolean {
  return WHOLE.test(value);
}

export function hasPlaceholder(value: string): boolean {
  return INSIDE.test(value);
}

/** A value as a fact: null when it is empty or still a placeholder. */
export function filled(value: string | null | undefined): string | null {
  const trimmed = (value ?? "").replace(/\s+/g, " ").trim();
  return trimmed === "" || isUnfilled(trimmed) ? null : trimmed;
}

const WHOLE =
  /^[`*_\s]*(?:\[[^\]]*\]|<[a-z][^<>]*>|\{\{?[^{}]+\}?\}|TBD|TBC|TODO|FIXME|\?{2,}|[-–—])[`*_\s.]*$/iu;
const INSIDE =
  /\[[^\]\n]*\p{L}[^\]\n]*\](?!\()|<[a-z][^<>\n]*>|\{\{[^}\n]+\}\}|(?<=^|\s)\{\p{L}[^{}\n]*\}(?!\})/iu;

/** `[Service Name]`, `<service>`, `{service}`, "TBD" and nothing else: nobody has filled it in. */
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

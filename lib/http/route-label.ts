const rules: [RegExp, string][] = [
  [/^inc-\d+$/i, "[key]"],
  [/^[0-9a-f]{8}-[0-9a-f-]{27}$/i, "[id]"],
  [/^\d+$/, "[number]"],
];

/** Segments that are followed by a name of somebody's own. */
const owners: Record<string, string> = {
  runbooks: "[slug]",
  squads: "[slug]",
  r: "[alert]",
  link: "[token]",
  "break-glass": "[token]",
  incidents: "[key]",
};

/**
 * The pattern of a path, for logs and metrics: `/api/v1/incidents/[key]/events`. What a person chose, a token or a
 * number is left out, so that no label grows without end and no log line holds what was typed.
 */
export function routeLabel(pathname: string): string {
  const segments = pathname.split("/").slice(1, 9);
  return segments
    .map((segment, index) => {
      const owner = Object.hasOwn(owners, segments[index - 1] ?? "")
        ? owners[segments[index - 1] ?? ""]
        : undefined;
      if (owner) return `/${owner}`;
      const rule = rules.find(([shape]) => shape.test(segment));
      if (rule) return `/${rule[1]}`;
      return /^[a-z][a-z0-9.-]{0,30}$/.test(segment) ? `/${segment}` : "/[other]";
    })
    .join("");
}

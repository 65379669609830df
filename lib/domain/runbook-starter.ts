/** The text that a blank runbook begins with: the sections that a responder looks for, each with its question. */
export function blankRunbook(title: string): string {
  return `# ${title}

| Field | Value |
|-------|-------|
| **Service** | |
| **On-Call Primary** | |

## Symptoms

What fires, and what people notice.

## Diagnosis

1. Look at the dashboard.

## Mitigation

- [ ] Say in the incident channel that you are on it.

## Verification

- [ ] The alert is gone.

## Escalation

Whom to call, and after how long.
`;
}

/**
 * The text with its first level-1 heading replaced, or with one put on top. Front matter and code fences are left
 * alone: a `# comment` in a shell block is no heading.
 */
export function withTitle(source: string, title: string): string {
  const lines = source.split("\n");
  let index = skipFrontMatter(lines);
  const top = index;
  for (let fence: string | null = null; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence) {
      if (mark?.startsWith(fence) && line.trim() === mark) fence = null;
    } else if (mark) {
      fence = mark;
    } else if (/^ {0,3}#(?:[ \t]|\r?$)/.test(line)) {
      lines[index] = `# ${title}${line.endsWith("\r") ? "\r" : ""}`;
      return lines.join("\n");
    }
  }
  return [...lines.slice(0, top), `# ${title}`, "", ...lines.slice(top)].join("\n");
}

function skipFrontMatter(lines: string[]): number {
  if (lines[0]?.trimEnd() !== "---") return 0;
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === "---");
  return end === -1 ? 0 : end + 1;
}

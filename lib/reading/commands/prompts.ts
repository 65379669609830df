import { startsLikeCommand } from "./programs";

export type PromptLanguage = "shell" | "sql" | "text";
export type Prompted = { command: string; language: PromptLanguage };

const SHELL_PROMPTS: readonly RegExp[] = [
  /^\$>?[ \t]+(?=\S)/,
  /^\$(?:mac|dev|local|host|prod|server|client)[ \t]+(?=\S)/,
  /^\[?[\w.-]+@[\w.:-]+[^\n$#%>|=]{0,60}[$#%>][ \t]+(?=\S)/,
  /^\[[\w.@ ~/-]+\][$#][ \t]+(?=\S)/,
  /^(?:ba|z|da|k)?sh-[\d.]+[$#][ \t]+(?=\S)/,
  /^[a-z][\w-]*[$][ \t]+(?=\S)/,
  /^(?:❯|➜[ \t]+\S+(?:[ \t]+git:\(\S+\))?(?:[ \t]+✗)?|➜|λ)[ \t]+(?=\S)/,
  /^(?:PS )?[A-Z]:\\[^>\n]*>[ \t]*(?=\S)/,
];
const SQL_PROMPTS: readonly RegExp[] = [
  /^[\w.-]+[=\-'"(*][#>][ \t]+(?=[^\s=])/,
  /^(?:mysql|MariaDB \[[^\]]*\]|sqlite|cqlsh(?::\w+)?)>[ \t]+(?=\S)/,
];
const OTHER_PROMPTS: readonly RegExp[] = [
  /^>>>[ \t]+(?=\S)/,
  /^(?:\[\d+\] )?(?:irb|pry)\([^)]*\)(?::\d+)*[>*][ \t]+(?=\S)/,
  /^(?:\d{1,3}(?:\.\d{1,3}){3}|localhost)(?::\d+)?(?:\[\d+\])?>[ \t]+(?=\S)/,
  /^(?:gpg|redis|ftp|sftp|mongo|mongos|rs\d?:\w+|test|iex\(\d+\)|scala|ghci|gdb|console|nodetool|influx)>[ \t]+(?=\S)/,
];

/** Takes the prompt off a line; null where there is none. `# ` and `> ` are decided with the lines around them. */
export function readPrompt(line: string): Prompted | null {
  const text = line.trimStart();
  for (const [prompts, language] of [
    [SHELL_PROMPTS, "shell"],
    [OTHER_PROMPTS, "text"],
    [SQL_PROMPTS, "sql"],
  ] as const) {
    const found = prompts.find((prompt) => prompt.test(text));
    if (found) return { command: text.replace(found, ""), language };
  }
  // `$sudo less …`: the blank behind the prompt was forgotten.
  if (/^\$[a-z][\w-]*[ \t]+\S/.test(text) && startsLikeCommand(text.slice(1))) {
    return { command: text.slice(1), language: "shell" };
  }
  return null;
}

const SENTENCE = /\b(?:the|this|that|is|are|you|your|for|with|should|will|be|from|then|an?)\b/i;

/** `# kubectl get pods`: a root prompt rather than a comment, when its surroundings allow one at all. */
export function readRootPrompt(line: string): string | null {
  const command = /^\s*# (?=\S)(.*)$/.exec(line)?.[1];
  if (command === undefined || !startsLikeCommand(command)) return null;
  return SENTENCE.test(command.replace(/(["']).*?\1/g, "")) ? null : command;
}

/** A command behind which another shell answers. */
export const OPENS_SHELL =
  /\b(?:oc debug node|oc rsh|rsh|exec\s+(?:-\w+\s+)*-\w*t|exec -ti?|docker run\s.*-\w*t|ssh\s|chroot\b|su\b|toolbox\b|bash\s*$)/;
/** A command behind which a console answers with `> `. */
export const OPENS_REPL =
  /\b(?:rails (?:console|c)\b|gitlab-rails console|irb|mongo(?:sh)?\b|redis-cli|psql|mysql|console|python3?\s*$|node\s*$)/;

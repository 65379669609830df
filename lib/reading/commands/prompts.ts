import { isPrintedBelow } from "./output-lines";
import { hasColumns } from "./printed-lines";
import { startsLikeCommand } from "./programs";

export type PromptLanguage = "shell" | "sql" | "text";
export type Prompted = { command: string; language: PromptLanguage };

/** `(venv) $ …`: an environment's name may stand before the prompt. */
const SHELL_PROMPTS: readonly RegExp[] = [
  /^(?:\([\w.-]+\) )?\$>?[ \t]+(?=\S)/,
  /^\$(?:mac|dev|local|host|prod|server|client)[ \t]+(?=\S)/,
  /^(?:\([\w.-]+\) ?)?\[?[\w.-]+@[\w.:-]+[^\n$#%>|=]{0,60}[$#%>][ \t]+(?=\S)/,
  /^\[[\w.@ ~/-]+\][$#][ \t]+(?=\S)/,
  /^(?:ba|z|da|k)?sh-[\d.]+[$#][ \t]+(?=\S)/,
  /^[a-z][\w-]*[$][ \t]+(?=\S)/,
  /^(?:[\w.-]+:)?[~/][\w./-]*[#$][ \t]+(?=\S)/,
  /^(?:~|\/[\w./-]*) [#$][ \t]+(?=\S)/,
  /^(?:❯|➜[ \t]+\S+(?:[ \t]+git:\(\S+\))?(?:[ \t]+✗)?|➜|λ)[ \t]+(?=\S)/,
];
/** PowerShell and cmd.exe: no shell that the grammar knows. */
const WINDOWS_PROMPTS: readonly RegExp[] = [
  /^(?:PS [A-Za-z]+|[A-Z]):\\[^>\n]*>[ \t]*(?=\S)/,
  /^PS(?: [~/][^>\n]*)?>[ \t]+(?=\S)/,
];
const SQL_PROMPTS: readonly RegExp[] = [
  /^[A-Za-z][\w.-]*[-'"(*][#>](?: |$)/, // a line that goes on keeps its indentation
  /^[A-Za-z][\w.-]*=[#>][ \t]+(?=[^\s=])/,
  /^[\w.-]+ :[)\]-]+[ \t]+(?=\S)/, // ClickHouse smiles
  /^(?:mysql|MariaDB \[[^\]]*\]|sqlite|SQL|cqlsh(?::\w+)?)>[ \t]+(?=\S)/,
];
const OTHER_PROMPTS: readonly RegExp[] = [
  /^>>>[ \t]+(?=\S)/,
  /^(?:\[\d+\] )?(?:irb|pry)\([^)]*\)(?::\d+)*[>*](?: |$)/,
  /^\((?:gdb|lldb|[Pp]db|dlv|parted|[\w.-]+@[\w.-]+)\)(?:\d+>)?[ \t]+(?=\S)/,
  /^\[[a-z]+: [^\]\s]+ \d+\][ \t]+(?=\S)/,
  /^virsh #[ \t]+(?=\S)/,
  /^[A-Za-z][\w-]*\([\w/-]+\)#[ \t]+(?=\S)/,
];
/** `10.0.0.1:6379> GET x`, `rs0:PRIMARY> …`, `gpg> …`, `switch-1# show …`, `mon-a# ls`: a name, a sign, and what was typed. */
const NAMED_CONSOLE =
  /^([A-Za-z\d][\w.:@/()[\]-]{0,60})>[ \t]+(?=\S)(.*)$|^([a-z][\w.-]{0,40})#[ \t]+(?=\S)(.*)$/;

/** `>> config show`: a console of Ruby or of a cluster; elsewhere the sign goes on with a redirection. */
const ANGLES = /^>>[ \t]+(\S.*)$/;
/** `> /var/log/app.log`, `>> "$OUT"`: the sign of a shell that empties a file or writes to it. */
const REDIRECTION =
  /^>>?[ \t]*(?:["']?(?:[~.]{0,2}\/|\$)[^\s|;&<>]*|[\w-]+\.[a-z]{2,4})(?:\s+(?:#|[|&;<>2]).*)?$/;

/** The line begins with a redirection to a file, and nothing is run before it. */
export function isRedirection(line: string): boolean {
  return REDIRECTION.test(line.trim());
}

/** `> db.stats()`: typed into a console, if the lines around it do not forbid it. */
export function isConsoleLine(line: string): boolean {
  return /^> \S/.test(line) && !isRedirection(line);
}

/** Takes the prompt off a line; null where there is none. `# ` and `> ` are decided with the lines around them. */
export function readPrompt(line: string): Prompted | null {
  return readPlainPrompt(line) ?? readNamedPrompt(line);
}

/**
 * Some lines of the block have a prompt, so that lines without one are output. A name and a sign (`switch> `) is a prompt
 * only where the block begins with one, or with a command that opens a console.
 */
export function hasPrompts(lines: readonly string[]): boolean {
  const first = lines.find((line) => line.trim() !== "" && !/^\s*#/.test(line)) ?? "";
  if (readPrompt(first) !== null || lines.some((line) => readPlainPrompt(line) !== null)) return true;
  if (OPENS_REPL.test(first) && lines.some(isConsoleLine)) return true;
  return (
    (OPENS_REPL.test(first) || OPENS_SHELL.test(first)) &&
    lines.some((line) => readNamedPrompt(line) !== null)
  );
}

function readPlainPrompt(line: string): Prompted | null {
  const text = line.trimStart();
  for (const [prompts, language] of [
    [SHELL_PROMPTS, "shell"],
    [WINDOWS_PROMPTS, "text"],
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

function readNamedPrompt(line: string): Prompted | null {
  const text = line.trimStart();
  const angled = isRedirection(text) ? undefined : ANGLES.exec(text)?.[1];
  if (angled !== undefined) return { command: angled, language: "text" };
  const console = NAMED_CONSOLE.exec(text);
  const typed = console?.[2] ?? console?.[4] ?? "";
  if (console && !isRedirect(console[1] ?? "", typed)) {
    const isRoot = console[3] !== undefined && startsLikeCommand(typed);
    return { command: typed, language: isRoot ? "shell" : "text" };
  }
  const command = /^[a-z]?[\w-]*%[ \t]+(\S.*)$/.exec(text)?.[1];
  return command !== undefined && startsLikeCommand(command) ? { command, language: "shell" } : null;
}

/** `date> out.txt`, `2> log`: the sign writes to a file. */
function isRedirect(word: string, rest: string): boolean {
  return /^\d+$/.test(word) || (/^\S*[./]\S*$/.test(rest) && startsLikeCommand(word));
}

const SENTENCE = /\b(?:the|this|that|is|are|you|your|for|with|should|will|be|from|then|an?)\b/i;

/** `# kubectl get pods`: a root prompt rather than a comment, when its surroundings allow one at all. */
export function readRootPrompt(line: string): string | null {
  const command = /^\s*# (?=\S)(.*)$/.exec(line)?.[1];
  if (command === undefined || !(startsLikeCommand(command) || isTelling(command))) return null;
  return SENTENCE.test(command.replace(/(["']).*?\1/g, "")) ? null : command;
}

/** A command behind which another shell answers. */
export const OPENS_SHELL =
  /\b(?:oc debug node|oc rsh|rsh|exec\s+(?:-\w+\s+)*-\w*t|exec -ti?|docker run\s.*-\w*t|ssh\s|chroot\b|su\b|sudo -[is]\b|nsenter\b|toolbox\b|(?:ba)?sh\s*$)/;
/** A command behind which a console answers with `> `. */
export const OPENS_REPL =
  /\b(?:rails (?:console|c)\b|gitlab-rails console|irb|mongo(?:sh)?\b|redis-cli|psql|mysql|console|python3?\s*$|node\s*$)/;

/**
 * `# ` is a root prompt when every such line is a command and nothing else of the block is one. A program that nobody
 * knows counts where its arguments tell that it is one, and all the rest is surely printed.
 */
export function isRootBlock(lines: readonly string[]): boolean {
  const said = lines.filter((line) => line.trim() !== "");
  const marked = said.filter((line) => /^\s*#/.test(line));
  if (!/^\s*#/.test(said[0] ?? "") || !marked.every((line) => readRootPrompt(line) !== null)) return false;
  const rest = said.filter((line) => !marked.includes(line));
  return marked.every(isKnownRoot)
    ? !rest.some((line) => startsLikeCommand(line) && !hasColumns(line))
    : rest.every((line) => isPrintedBelow(line));
}

function isKnownRoot(line: string): boolean {
  return startsLikeCommand(line.replace(/^\s*# /, ""));
}

/** `rookctl status --all`: words with an option, a path or a blank to fill. */
function isTelling(command: string): boolean {
  return (
    /^[a-z][\w.+-]* (?:.* )?(?:--?[a-zA-Z]|[~.]*\/\w|<[\w-]+>)/.test(command) && !/[.:?!]$/.test(command)
  );
}

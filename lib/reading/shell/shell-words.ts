import { readShellText } from "./shell-text";

/** A word as the program gets it, quotes gone. */
export type Word = { text: string; isQuoted: boolean };
/** One simple command: what a shell would start, with the assignments before it. */
export type SimpleCommand = { assigned: string[]; words: Word[] };

/** The simple commands of a shell text, those inside substitutions included, in the order of their ends. */
export function readCommands(text: string): readonly SimpleCommand[] {
  return readShellText(text).commands;
}

/** Whether a text may give a value to a name; most do not, and need not be parsed for it. */
export function mayAssign(text: string): boolean {
  return /=|\\|\b(?:read|mapfile|readarray|getopts|for|select|printf)\b/.test(text);
}

/** Names that the commands give a value to: `X=1`, `export X=1`, `read -r X`, `for X in …`. */
export function readAssignedNames(commands: readonly SimpleCommand[]): Set<string> {
  const names = new Set<string>();
  for (const { assigned, words } of commands) {
    for (const name of assigned) names.add(name);
    const program = words[0]?.text ?? "";
    const rest = words.slice(1).map((word) => word.text);
    if (/^(?:export|declare|local|readonly|typeset)$/.test(program)) {
      for (const word of rest) {
        const name = /^([A-Za-z_]\w*)\+?=/.exec(word)?.[1];
        if (name) names.add(name);
      }
    } else if (/^(?:read|mapfile|readarray|getopts)$/.test(program)) {
      for (const word of rest) if (/^[A-Za-z_]\w*$/.test(word)) names.add(word);
    } else if (/^(?:for|select)$/.test(program) && rest[0]) names.add(rest[0]);
    else if (program === "printf" && rest[0] === "-v" && rest[1]) names.add(rest[1]);
  }
  return names;
}

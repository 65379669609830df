import { forEachChild, type ShellNode, type ShellScript } from "./shell-grammar";
import type { SimpleCommand, Word } from "./shell-words";

/**
 * The simple commands of a parsed text, those inside substitutions before the one around them. `text` is what the
 * reader sees; the script was parsed from a text of the same length, its placeholders masked.
 */
export function commandsOf(script: ShellScript, text: string): SimpleCommand[] {
  const commands: SimpleCommand[] = [];
  const visit = (node: ShellNode, source: string) => {
    const inner = node.type === "Script" ? (node.source ?? source) : source;
    forEachChild(node, (child) => visit(child, inner));
    const command = toCommand(node, inner);
    if (command) commands.push(command);
  };
  visit(script, text);
  return commands;
}

function toCommand(node: ShellNode, text: string): SimpleCommand | null {
  if (node.type === "For" || node.type === "Select") return { assigned: [node.name.text], words: [] };
  if (node.type !== "Command") return null;
  const assigned = node.prefix.flatMap((part) => (part.type === "Assignment" ? [part.name] : []));
  const words = node.name ? [toWord(node.name, text)] : [];
  for (const part of node.suffix) {
    if (part.type === "Word" || part.type === "Assignment") words.push(toWord(part, text));
  }
  return assigned.length === 0 && words.length === 0 ? null : { assigned, words };
}

/** The word as the program gets it: quotes and escapes gone, expansions as written, substitutions as `$()`. */
function toWord(node: ShellNode, text: string): Word {
  if (node.type === "Assignment") {
    const { value } = node;
    const name = text.slice(node.pos, value.pos);
    if (value.type === "ArrayValue")
      return { text: name + text.slice(value.pos, value.end), isQuoted: false };
    const word = toWord(value, text);
    return { ...word, text: name + word.text };
  }
  if (node.type !== "Word") return { text: text.slice(node.pos, node.end), isQuoted: false };
  const parts = node.parts ?? [];
  if (parts.length === 0) return { text: unescaped(text.slice(node.pos, node.end)), isQuoted: false };
  return {
    text: parts.map((part) => writtenValue(part, text)).join(""),
    isQuoted: parts.some((part) => /Quoted$/.test(part.type)),
  };
}

function writtenValue(part: ShellNode, text: string): string {
  const written = text.slice(part.pos, part.end);
  switch (part.type) {
    case "SingleQuoted":
      return written.slice(1, -1);
    case "AnsiCQuoted":
      return part.value;
    case "DoubleQuoted":
    case "LocaleString":
      return part.parts.map((inner) => insideQuotes(inner, text)).join("");
    case "CommandExpansion":
    case "ProcessSubstitution":
      return "$()";
    case "Literal":
    case "Glob":
      return unescaped(written);
    default:
      return written;
  }
}

function insideQuotes(part: ShellNode, text: string): string {
  if (part.type !== "Literal") return writtenValue(part, text);
  return text.slice(part.pos, part.end).replace(/\\(?:\n|(["\\$`]))/g, "$1");
}

function unescaped(text: string): string {
  return text.replace(/\\(?:\n|([^\n]))/g, "$1");
}

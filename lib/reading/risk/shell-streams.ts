import { forEachChild, type ShellNode } from "../shell/shell-grammar";
import type { ShellText } from "../shell/shell-text";
import { readCommands, type Word } from "../shell/shell-words";

/** A command that reads what others give it: text written in the runbook, a file, or what a program downloads. */
export type Fed = { words: readonly Word[]; text: string | null; file: string | null; isDownload: boolean };

/** A command whose output goes into a file. */
export type Written = { words: readonly Word[]; path: string; isAppended: boolean };

export type ShellStreams = { fed: Fed[]; written: Written[] };

type Part = { words: readonly Word[]; texts: string[]; files: string[] };

/** What commands are given to read and where their output goes; nothing where the grammar finds an error. */
export function readStreams({ text, script }: ShellText): ShellStreams {
  const streams: ShellStreams = { fed: [], written: [] };
  if (script === null || !/[<>|]/.test(text)) return streams;
  const visit = (node: ShellNode) => {
    // Text of escaped back-ticks counts its own offsets.
    if (node.type === "Script" && node.source !== undefined) return;
    if (node.type === "Command") readRedirects(node, text, streams);
    if (node.type === "Pipeline") readPipes(node.commands, text, streams);
    forEachChild(node, visit);
  };
  visit(script);
  return streams;
}

function readRedirects(node: ShellNode & { type: "Command" }, text: string, streams: ShellStreams): void {
  const part = readPart(node, text);
  for (const given of part.texts)
    streams.fed.push({ words: part.words, text: given, file: null, isDownload: false });
  for (const file of part.files) streams.fed.push({ words: part.words, text: null, file, isDownload: false });
  for (const redirect of node.redirects) {
    if (redirect.type !== "Redirect" || !/^(?:>|>>|>\||&>|&>>)$/.test(redirect.operator)) continue;
    if (
      redirect.target === undefined ||
      (redirect.descriptor?.type === "FileDescriptor" && redirect.descriptor.value !== 1)
    )
      continue;
    const path = text.slice(redirect.target.pos, redirect.target.end).replace(/^["']|["']$/g, "");
    streams.written.push({ words: part.words, path, isAppended: redirect.operator.endsWith(">>") });
  }
}

/** `echo "DROP …" | psql`, `cat <<EOF | redis-cli`, `curl … | bash`. */
function readPipes(nodes: readonly ShellNode[], text: string, streams: ShellStreams): void {
  for (const [i, node] of nodes.entries()) {
    const before = nodes[i - 1];
    if (node.type !== "Command" || before?.type !== "Command") continue;
    const { words } = readPart(node, text);
    const source = readPart(before, text);
    const program = source.words[0]?.text ?? "";
    const isPrinted = /^(?:echo|printf)$/.test(program);
    const printed = isPrinted
      ? source.words
          .slice(1)
          .map((word) => word.text)
          .join(" ")
      : source.texts[0];
    const file = program === "cat" ? (source.words[1]?.text ?? null) : null;
    const isDownload = /^(?:curl|wget)$/.test(program);
    if (printed !== undefined || file !== null || isDownload) {
      streams.fed.push({
        words,
        text: printed ?? null,
        file: printed === undefined ? file : null,
        isDownload,
      });
    }
  }
}

function readPart(node: ShellNode & { type: "Command" }, text: string): Part {
  const part: Part = {
    words: readCommands(text.slice(node.pos, node.end)).at(-1)?.words ?? [],
    texts: [],
    files: [],
  };
  for (const redirect of node.redirects) {
    if (redirect.type === "HereDoc") part.texts.push(text.slice(redirect.body.pos, redirect.body.end));
    else if (redirect.target === undefined) continue;
    else if (redirect.type === "HereString") part.texts.push(redirect.target.value);
    else if (redirect.operator === "<") part.files.push(text.slice(redirect.target.pos, redirect.target.end));
  }
  return part;
}

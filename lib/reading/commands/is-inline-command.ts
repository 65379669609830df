import { ORDINARY, PROGRAMS } from "./program-names";
import { isProgramWord } from "./programs";
import { readPrompt } from "./prompts";

const METHODS = /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s+\S*\//;
/** Inline code that is a command with arguments, not a name, a path, a channel, an address or a request. */
export function isInlineCommand(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed === "" || trimmed.includes("\n") || METHODS.test(trimmed)) return false;
  const command = readPrompt(trimmed)?.command ?? trimmed;
  const words = command.split(/\s+/);
  let at = 0;
  while (/^[A-Za-z_]\w*=\S*$/.test(words[at] ?? "")) at++;
  const program = words[at] ?? "";
  const args = words.slice(at + 1);
  if (/^\.\/[\w./-]+$/.test(program) || /^[\w./-]+\.sh$/.test(program)) return isScript(program, args);
  if (args.length === 0) return false;
  if (program === "export") return /^[A-Za-z_]\w*=/.test(args[0] ?? "");
  if (RUNNERS.has(program) && args.every(isTarget)) return true;
  if (PROGRAMS.has(program)) return args.some(ORDINARY.has(program) ? isTelling : isArgument);
  return isProgramWord(program) && /^[~/.]/.test(program) && args.some(isArgument);
}

/** Programs that run what a file of the repository calls by a name: `make deploy`. */
const RUNNERS: ReadonlySet<string> = new Set(["make", "just", "task", "mage"]);
/** Words of English behind "make" and "task", and what a sentence makes. */
const NO_TARGET =
  /^(?:sure|sense|use|do|it|them|this|that|an?|the|changes?|certain|note|way|up|out|list|name|id|type|queue|force|runner|definition|manager|is|are|was|for|of|to|in|on|and|or|with)$/;

function isTarget(word: string): boolean {
  return /^[a-z][\w.:-]*$/.test(word) && !NO_TARGET.test(word);
}

function isScript(program: string, args: readonly string[]): boolean {
  if (/\.(?:md|mdx|txt|json|ya?ml|toml|html?|png|csv|ts|js|log|conf|tf|sql)$/.test(program)) return false;
  return args.length === 0 || !/^(?:is|was|and|or|the|script|file)$/.test(args[0] ?? "");
}

/** An option, a path, a name with signs, a placeholder or a lower-case word that is no English filler. */
function isArgument(word: string): boolean {
  if (
    /^(?:is|are|was|the|a|an|to|of|for|and|or|with|version|container|pod|pods|cluster|server|user|range|zone|out)$/.test(
      word,
    )
  )
    return false;
  return /^[-./~$"'<[{|>*@%+:\w]/.test(word) && !/^[A-Z][a-z]+$/.test(word);
}

/** What only a command line holds: an option, a path, a sign, another program. */
function isTelling(word: string): boolean {
  return /^-\w|^--\w|[/=$<[{"'|]|\.\w/.test(word) || (PROGRAMS.has(word) && !ORDINARY.has(word));
}

import type { ElementContent } from "hast";
import { all, createLowlight } from "lowlight";
import { text } from "@/lib/reading/hast";
import { promql } from "./promql";

const GRAMMARS =
  "bash diff dockerfile go http ini javascript json nginx powershell python ruby sql typescript xml yaml".split(
    " ",
  );

const lowlight = createLowlight({ promql });
for (const name of GRAMMARS) {
  const grammar = all[name];
  if (grammar) lowlight.register(name, grammar);
}

const words: ReadonlyMap<string, string> = new Map(
  Object.entries({
    bash: "bash sh shell zsh ksh fish console shell-session shellsession terminal command cmd shellscript",
    sql: "sql psql pgsql postgres postgresql mysql plsql",
    json: "json jsonc json5",
    yaml: "yaml yml",
    ini: "ini toml conf cfg properties env dotenv",
    xml: "xml html svg",
    python: "python py",
    javascript: "javascript js jsx mjs",
    typescript: "typescript ts tsx",
    ruby: "ruby rb",
    go: "go golang",
    diff: "diff patch",
    dockerfile: "dockerfile docker",
    http: "http",
    nginx: "nginx",
    powershell: "powershell ps1 pwsh",
    promql: "promql logql",
  }).flatMap(([language, names]) => names.split(" ").map((name): [string, string] => [name, language])),
);

/** Name of the grammar for a language word; null when there is none. */
export function grammarFor(word: string | null): string | null {
  return words.get((word ?? "").toLowerCase().replace(/^\{|\}$/g, "")) ?? null;
}

/** Longer texts stay plain: colour is not worth the time. */
const MAX_LENGTH = 20_000;

/** Text as coloured spans, or as it is when there is no grammar. */
export function highlight(code: string, grammar: string | null): ElementContent[] {
  if (!grammar || code.length > MAX_LENGTH || code === "") return [text(code)];
  return lowlight
    .highlight(grammar, code)
    .children.filter((child): child is ElementContent => child.type !== "doctype");
}

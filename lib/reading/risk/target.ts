import { type Call, flagValue, hasFlag } from "./call";

type Naming = {
  scope: readonly { words: string; flags: readonly string[] }[];
  names: readonly string[];
};

const LONGEST = 160;

/** What a call acts on, as written: the arguments behind its subcommand, then where ("in namespace prod"). */
export function describeTarget(call: Call, depth: number, { scope, names }: Naming): string | null {
  const args = call.args.slice(depth).map(asWritten);
  if (hasFlag(call, "--all")) args.unshift("all");
  const naming = args.length > 0 ? undefined : names.find((name) => flagValue(call, [name]) !== null);
  const named = naming === undefined ? args.join(" ") : flagValue(call, [naming]);
  const places = scope.flatMap(({ words, flags }) => {
    // What names the thing itself is no place, and `-` is what another program hands over.
    const value = naming !== undefined && flags.includes(naming) ? null : flagValue(call, flags);
    return value === null || value === "" || value === "-" ? [] : [`${words} ${asWritten(value)}`];
  });
  return shorten([named ?? "", ...places]);
}

/** Words joined by blanks, cut where they grow too long to be read at a glance; null when nothing is left. */
export function shorten(words: readonly string[]): string | null {
  const text = words
    .filter((word) => word !== "")
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
  if (text === "") return null;
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/** The reader of commands leaves `$()` where a substitution stood. */
function asWritten(text: string): string {
  return text.replaceAll("$()", "…");
}

import type { HoleContext } from "@/lib/domain/document";
import { lexShell, type ShellLexer } from "../shell/shell-lexer";
import { argumentLanguage } from "./argument-language";
import { readHeredoc } from "./heredoc-body";
import { type Inner, innerPlace } from "./inner-place";
import { type ArgumentPlace, readArguments, type Span } from "./shell-arguments";
import { sqlPlaceIn } from "./sql-hole-place";

/** How a value is written at a place; the fields are those of Hole. */
export type HolePlace = {
  context: HoleContext;
  inner?: HoleContext[];
  forbidden?: string;
  opensWord?: boolean;
  terminator?: string;
};

/** Inside back-ticks these mean something whatever quotes stand round them. */
const BACKTICK_SIGNS = '`\\"$!';
/** Shells within shells, before a place is taken for unfit for anything but a word. */
const DEEPEST = 3;
/** Programs that read `--` themselves and take what follows as no option. */
const ENDS_OPTIONS = /^(?:[efz]?grep|rg|cat|ls|rm|cp|mv|head|tail|less|wc|sort|kill|git)$/;

/** Where placeholders and variables of shell text stand, by their start. Their signs are masked in `text`. */
export function shellHolePlaces(
  text: string,
  lexer: ShellLexer,
  spans: readonly Span[],
  depth = 0,
): Map<number, HolePlace> {
  const found = readArguments(text, lexer, spans);
  const places = new Map<number, HolePlace>();
  for (const span of spans) {
    const context = lexer.contexts[span.start] ?? "bare";
    const argument = found.get(span.start);
    if (hasOpenSign(text, span.start)) places.set(span.start, { context: "word" });
    else if (context === "comment") places.set(span.start, { context: "shell-bare" });
    else if (context === "heredoc" || context === "heredoc-raw") {
      places.set(span.start, heredocPlace(text, lexer, span, context === "heredoc", depth));
    } else places.set(span.start, argument ? argumentPlace(argument, depth) : { context: "word" });
  }
  return places;
}

/** A sign right before would take the first one of the value, or of its quotes, for its own. */
function hasOpenSign(text: string, at: number): boolean {
  const before = /[$!]$|\\+$/.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? "";
  return before.startsWith("\\") ? before.length % 2 === 1 : before !== "";
}

function argumentPlace(place: ArgumentPlace, depth: number): HolePlace {
  const { around, words, index, hole } = place;
  const context = contextOf(place);
  if (context === "word") return { context };
  const isAfterOptions =
    ENDS_OPTIONS.test(words[0]?.text ?? "") &&
    words.slice(0, Math.max(0, index)).some((word) => word.text === "--");
  const inner = readInner(place, depth);
  const forbidden = (inner.forbidden ?? "") + (around.includes("backtick") ? BACKTICK_SIGNS : "");
  return {
    context: inner.isWord ? "word" : context,
    ...(inner.contexts.length > 0 && !inner.isWord ? { inner: inner.contexts } : {}),
    ...(forbidden === "" ? {} : { forbidden }),
    ...((hole.start === 0 && index >= 0 && !isAfterOptions) || inner.opensWord ? { opensWord: true } : {}),
  };
}

function contextOf({ around }: ArgumentPlace): HoleContext {
  const last = around.at(-1);
  if (around.some((kind) => kind === "param" || kind === "arith" || kind === "ansi")) return "word";
  if (last === "single" || last === "double") return `shell-${last}`;
  return "shell-bare";
}

function readInner(place: ArgumentPlace, depth: number): Inner {
  const nested = argumentLanguage(place);
  if (nested?.language === "shell") return readNestedShell(nested.text, nested.hole, nested.holes, depth);
  if (nested?.language === "sql") return sqlPlaceIn(nested.text, nested.hole);
  return innerPlace(place, nested?.language === "code");
}

/** A command within the command (`ssh host '…'`) is read as one, and the value quoted for both. */
function readNestedShell(text: string, hole: Span, holes: readonly Span[], depth: number): Inner {
  const place =
    depth < DEEPEST
      ? shellHolePlaces(text, lexShell(text), holes, depth + 1).get(hole.start)
      : { context: "word" as const };
  if (!place || place.context === "word") return { contexts: [], isWord: true };
  return {
    contexts: [...(place.inner ?? []), place.context],
    ...(place.forbidden ? { forbidden: place.forbidden } : {}),
    ...(place.opensWord ? { opensWord: true } : {}),
    ...(place.terminator ? { isWord: true } : {}),
  };
}

function heredocPlace(
  text: string,
  lexer: ShellLexer,
  span: Span,
  isExpanded: boolean,
  depth: number,
): HolePlace {
  const body = readHeredoc(text, lexer, span.start);
  if (!body) return { context: "word" };
  const hole = { start: span.start - body.start, end: span.end - body.start };
  const inner =
    body.language === "shell"
      ? readNestedShell(body.text, hole, [hole], depth)
      : body.language === "sql"
        ? sqlPlaceIn(body.text, hole)
        : innerPlace(
            { words: [], index: -1, argument: { text: body.text, holes: [hole] }, hole, around: [] },
            body.language === "code",
          );
  return {
    context: inner.isWord ? "word" : isExpanded ? "heredoc" : "text",
    ...(inner.contexts.length > 0 && !inner.isWord ? { inner: inner.contexts } : {}),
    ...(inner.forbidden ? { forbidden: inner.forbidden } : {}),
    ...(inner.opensWord ? { opensWord: true } : {}),
    ...(body.isShort ? { terminator: body.terminator } : {}),
  };
}

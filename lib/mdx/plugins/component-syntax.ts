import type { Data } from "unified";

type MicromarkExtension = NonNullable<Data["micromarkExtensions"]>[number];

const TAG = String.raw`</?[A-Z](?=[\w.]*[a-z])[\w.]*(?:[ \t](?:"[^"\n]*"|'[^'\n]*'|[^"'<>\n])*)?/?>`;
const LINE = new RegExp(`^(?:${TAG}[ \\t]*)+$`);
const TAGS = new RegExp(TAG, "g");
const ANY_LINE = new RegExp(`^[ \\t>]*(?:${TAG}[ \\t]*)+$`, "m");

/** Whether some line of the text, outside of fences or in one, holds component tags and nothing else. */
export function hasComponentLines(body: string): boolean {
  return ANY_LINE.test(body);
}

/** The tags of a line that holds component tags and nothing else (`</Tab><Tab title="b">`); empty for other text. */
export function tagsOfLine(line: string): string[] {
  return LINE.test(line) ? (line.match(TAGS) ?? []) : [];
}

/**
 * For a text that was written as MDX and is read as Markdown: a line of nothing but component tags is a node of its
 * own (`html`), as in MDX, and opens no HTML block that would swallow the fence below it. With `isIndented` the
 * indentation says nothing, as in MDX: what stands deep inside of components is no code because of that.
 */
export function componentSyntax({ isIndented }: { isIndented: boolean }): MicromarkExtension {
  return {
    flow: {
      // `<`
      60: {
        tokenize(effects, ok, nok) {
          const rest = (code: number | null) => {
            if (code !== null && code >= -2) {
              effects.consume(code);
              return rest;
            }
            const line = effects.exit("htmlFlowData");
            effects.exit("htmlFlow");
            return tagsOfLine(this.sliceSerialize(line)).length > 0 ? ok(code) : nok(code);
          };
          return (code) => {
            effects.enter("htmlFlow");
            effects.enter("htmlFlowData");
            return rest(code);
          };
        },
      },
    },
    ...(isIndented ? { disable: { null: ["codeIndented"] } } : {}),
  };
}

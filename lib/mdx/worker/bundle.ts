import path from "node:path";
import type { Root } from "hast";
import { bundleMDX } from "mdx-bundler";
import rehypeRaw from "rehype-raw";
import rehypeSanitize from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import type { Problem, RunbookFormat } from "@/lib/domain/document";
import { GuardRefusal, guardProblems } from "../plugins/guard";
import { jsxToElements } from "../plugins/jsx-elements";
import { stripPositions } from "../plugins/strip-positions";
import type { SyntaxNode } from "../plugins/syntax-node";
import { checkTreeLimits } from "../plugins/tree-limits";
import { unknownTagsToText } from "../plugins/unknown-tags";
import { sanitiseSchema } from "../sanitise-schema";

type BundleOptions = Parameters<typeof bundleMDX>[0];
type EsbuildOptions = Parameters<NonNullable<BundleOptions["esbuildOptions"]>>[0];

export type BundleInput = {
  /** Text without front matter, line numbers kept. */
  body: string;
  format: RunbookFormat;
  /** Gets the sanitised tree, marks it, and reads the model out of it. */
  annotate: (tree: Root) => void;
};

export type Bundle = { code: string; problems: Problem[] };

/** Turns a text into code that holds nothing but elements. Throws what stood in the way. */
export async function bundle({ body, format, annotate }: BundleInput): Promise<Bundle> {
  // esbuild reports a plugin's failure in its own words: the true one is kept here.
  let failure: unknown = null;
  const problems: Problem[] = [];
  let hasHtml = false;
  const keepFailure = (work: () => void) => {
    try {
      work();
    } catch (error) {
      failure = error;
      throw error;
    }
  };

  const readTree = () => (tree: SyntaxNode) =>
    keepFailure(() => {
      checkTreeLimits(tree);
      if (format === "md") {
        hasHtml = unknownTagsToText(tree);
        return;
      }
      const refusals = guardProblems(tree);
      if (refusals.length > 0) throw new GuardRefusal(refusals);
      problems.push(...jsxToElements(tree));
    });
  // Parsing HTML costs a third of the whole; most runbooks hold none.
  const readHtml = () => {
    const parse = rehypeRaw();
    return (tree: Root, file: Parameters<ReturnType<typeof rehypeRaw>>[1]) => (hasHtml ? parse(tree, file) : tree);
  };
  const markTree = () => (tree: Root) =>
    keepFailure(() => {
      annotate(tree);
      stripPositions(tree);
    });

  try {
    const { code } = await bundleMDX({
      source: body,
      cwd: path.resolve("."),
      // Front matter was cut off before; gray-matter would run `---js`, so it is shown no fence that it could find.
      grayMatterOptions: () => ({ delimiters: ["\0", "\0"], engines: refusingEngines }),
      mdxOptions: (options) => {
        // Both extension lists are needed: the bundler names its entry `.mdx` whatever the format is.
        if (format === "md") Object.assign(options, { format: "md", mdExtensions: [".mdx"], mdxExtensions: [] });
        return {
          ...options,
          // The bundler's own front matter plugins are left out with what they would export.
          remarkPlugins: [readTree, remarkGfm] as never,
          remarkRehypeOptions: { clobberPrefix: "" },
          rehypePlugins: [readHtml, [rehypeSanitize, sanitiseSchema], markTree] as never,
        };
      },
      esbuildOptions: tameEsbuild,
    });
    return { code, problems };
  } catch (error) {
    throw failure ?? error;
  }
}

function refuseEngine(): never {
  throw new Error("Front matter is not read here.");
}

const refusingEngines = Object.fromEntries(
  ["yaml", "yml", "json", "toml", "js", "javascript", "coffee", "coffeescript", "cson"].map((name) => [
    name,
    { parse: refuseEngine, stringify: refuseEngine },
  ]),
);

/** No import leads anywhere but to the JSX runtime, nothing is printed, and nothing is made smaller. */
function tameEsbuild(options: EsbuildOptions): EsbuildOptions {
  const entries = new Set(Object.values(options.entryPoints ?? {}).map(String));
  return {
    ...options,
    minify: false,
    sourcemap: false,
    legalComments: "none",
    logLevel: "silent",
    target: "esnext",
    plugins: [
      {
        name: "deny-imports",
        setup(build) {
          build.onResolve({ filter: /.*/ }, ({ path: wanted }) =>
            entries.has(wanted) || /^react(?:\/jsx-runtime)?$/.test(wanted)
              ? null
              : { errors: [{ text: "Imports are not allowed in a runbook." }] },
          );
        },
      },
      ...(options.plugins ?? []),
    ],
  };
}

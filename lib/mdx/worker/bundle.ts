import type { Root } from "hast";
import { bundleMDX } from "mdx-bundler";

type EsbuildOptions = Parameters<NonNullable<Parameters<typeof bundleMDX>[0]["esbuildOptions"]>>[0];

/**
 * Turns a finished tree into code that holds nothing but elements. The bundler is handed the tree and an empty text:
 * no word of an author passes its front matter reader (which runs `---js`) or its own parsers.
 */
export async function bundle(tree: Root): Promise<string> {
  const { code } = await bundleMDX({
    source: "",
    mdxOptions: (options) => ({
      ...options,
      // Both extension lists are needed: the bundler names its entry `.mdx` whatever the format is.
      format: "md",
      mdExtensions: [".mdx"],
      mdxExtensions: [],
      remarkPlugins: [],
      rehypePlugins: [() => () => tree],
    }),
    esbuildOptions: tame,
  });
  return code;
}

/** No import leads anywhere but to the JSX runtime, nothing is printed, and nothing is made smaller. */
function tame(options: EsbuildOptions): EsbuildOptions {
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

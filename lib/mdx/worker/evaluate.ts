import { getMDXComponent } from "mdx-bundler/client/jsx.js";
import { createElement } from "react";
import * as runtime from "react/jsx-runtime";
import { renderToStaticMarkup } from "react-dom/server";
import { mdxComponents } from "@/components/runbook/mdx";

/** Runs the bundled code once, with the JSX runtime as its whole world, and gives its HTML. */
export function evaluate(code: string): string {
  const Content = getMDXComponent(code, { React: {}, ReactDOM: {}, _jsx_runtime: runtime });
  return renderToStaticMarkup(createElement(Content as never, { components: mdxComponents } as never));
}

export { compileRunbook } from "@/lib/mdx/compile-runbook";
export { startCompiler } from "@/lib/mdx/compiler";

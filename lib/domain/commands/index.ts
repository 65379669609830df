/**
 * Reading command text: prompts, output, statements, placeholders, risk; and filling values in.
 * Pure and safe in the browser; client code imports `./fill-command` and `./mask-secrets` themselves, which are tiny,
 * and leaves the readers to the compile.
 */
export { collectVariables } from "./collect-variables";
export { type FillResult, fillCommand } from "./fill-command";
export { isInlineCommand } from "./is-inline-command";
export { maskSecrets } from "./mask-secrets";
export { type BlockInput, readCommandBlock } from "./read-command-block";

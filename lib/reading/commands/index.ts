/**
 * Reading command text: prompts, output, statements, placeholders, risk. Pure, and left to the compile: what a browser
 * needs of commands (filling values in, masking secrets) is in lib/domain/commands.
 */
export { collectVariables } from "./collect-variables";
export { isInlineCommand } from "./is-inline-command";
export { type BlockInput, readCommandBlock } from "./read-command-block";

import { findTokens, maskTokens, type Token } from "../placeholders/placeholder-tokens";
import { lexCommands } from "./lexed-commands";
import { commandsOf } from "./parsed-commands";
import { parseShell, type ShellScript } from "./shell-grammar";
import type { SimpleCommand } from "./shell-words";

/** Shell text read once, for all who ask something of it: its placeholders, its grammar, its commands. */
export type ShellText = {
  text: string;
  tokens: readonly Token[];
  /** As long as the text, its placeholders as plain words. */
  masked: string;
  /** Null where the grammar finds an error. */
  script: ShellScript | null;
  commands: readonly SimpleCommand[];
};

/** Text that the grammar refuses is read by the line lexer, which knows quotes and operators but no syntax. */
export function readShellText(text: string): ShellText {
  const tokens = findTokens(text);
  const masked = maskTokens(text, tokens);
  const script = parseShell(masked);
  const commands = script ? commandsOf(script, text) : lexCommands(text, masked);
  return { text, tokens, masked, script, commands };
}

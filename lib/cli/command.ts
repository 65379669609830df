import type { Store } from "./store";
import type { Terminal } from "./terminal";

/** One flag as people write it, `--format text`; a flag without `value` is on or off. */
export type Flag = { value?: string; choices?: readonly string[]; does: string };

export type Arguments = {
  /** File and folder names in the order given. */
  paths: string[];
  /** Whether a flag without a value stands there. */
  isOn(flag: string): boolean;
  /** Last value of a flag; null when it is not given. */
  valueOf(flag: string): string | null;
};

export type Command = {
  name: string;
  /** What stands behind the name: `FILE [--json]`. */
  takes: string;
  does: string;
  /** How many paths it wants. */
  paths: { least: number; most: number };
  flags: Readonly<Record<string, Flag>>;
  /** Gives the exit code: 0 done, 1 errors found. Throws a CommandFailure for what ends it early. */
  run(args: Arguments, terminal: Terminal, openStore: OpenStore): Promise<number>;
};

/**
 * Opens the portal's database and gives what can be done with it. Only the commands that need one call it: its part of
 * the program is not even loaded before.
 */
export type OpenStore = () => Promise<Store>;

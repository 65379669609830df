import { printable } from "./printable";

/** Where a command writes. Results go to standard output, everything else to standard error. */
export type Terminal = {
  /** Waits until it is written: a program that ends earlier would lose what a slow pipe has not taken. */
  write(text: string): Promise<void>;
  /** The same, with a line end behind it. */
  print(text: string): Promise<void>;
  complain(line: string): void;
  /** One line that is written over by the next; empty to take it away. Only seen where somebody looks. */
  progress(line: string): void;
};

/** The terminal of this process. A reader that goes away (`… | head`) ends the program without a word. */
export function openTerminal(): Terminal {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    throw error;
  });
  const write = (text: string) =>
    new Promise<void>((resolve) => {
      process.stdout.write(text, () => resolve());
    });
  return {
    write,
    print: (text) => write(`${text}\n`),
    complain: (line) => {
      process.stderr.write(`${line.split("\n").map(printable).join("\n")}\n`);
    },
    progress: (line) => {
      if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${line}`);
    },
  };
}

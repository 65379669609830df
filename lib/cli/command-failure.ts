/** What ends a command with a sentence in place of a result. */
export class CommandFailure extends Error {
  /** 2 when the command was called wrongly, 1 when it could not do its work. */
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2) {
    super(message);
    this.name = "CommandFailure";
    this.exitCode = exitCode;
  }
}

import { readFile } from "node:fs/promises";
import { type LocalRiskWord, parseRiskWords } from "@/lib/domain/local-risk-words";
import { setting } from "@/lib/env";
import type { Arguments, Flag } from "./command";
import { CommandFailure } from "./command-failure";
import { refuseFile } from "./list-runbooks";

/** The flag that names a squad's list of local words. */
export const wordsFlag: Flag = {
  value: "FILE",
  does: "words for commands that are dangerous here, one a line, as a squad's page has them",
};

/** The portal's own local words and those of `--words`. Throws a CommandFailure for a list that cannot be read. */
export async function readRiskWords(args: Arguments): Promise<readonly LocalRiskWord[]> {
  const portal = setting("PORTAL_RISK_WORDS");
  const file = args.valueOf("words");
  if (file === null) return portal;
  const text = await readFile(file, "utf8").catch((error: unknown) => refuseFile(file, error));
  const read = parseRiskWords(text);
  if (read.ok) return [...portal, ...read.words];
  throw new CommandFailure(
    read.problems.map(({ line, message }) => `${file}:${line}  ${message}`).join("\n"),
    2,
  );
}

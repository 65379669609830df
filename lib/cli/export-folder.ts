import { mkdir, readdir } from "node:fs/promises";
import { formatOf } from "@/lib/domain/file-kinds";
import type { Command } from "./command";
import { CommandFailure } from "./command-failure";
import { counted } from "./counted";
import { refuseFile } from "./list-runbooks";
import { printable } from "./printable";
import { writeInside } from "./write-inside";

/** Writes the sources of all current revisions; ends with 1 when one could not be written. */
export const exportFolder: Command = {
  name: "export",
  takes: "DIR",
  does: "Writes the source of every runbook's current revision, byte for byte, and its images into an empty folder.",
  paths: { least: 1, most: 1 },
  flags: {},
  async run(args, terminal, openStore) {
    const [folder = ""] = args.paths;
    await makeEmptyFolder(folder);
    const store = await openStore();
    const written = { runbooks: 0, images: 0 };
    const refused: string[] = [];
    try {
      for await (const { path, bytes } of store.exportRunbooks()) {
        const refusal = await writeInside(folder, path, bytes);
        if (refusal !== null) refused.push(`${printable(path)}: ${refusal}`);
        else if (formatOf(path) === null) written.images += 1;
        else written.runbooks += 1;
        terminal.progress(`Writing ${counted(written.runbooks, "runbook")}`);
      }
    } catch (error) {
      if (!store.isUnavailable(error)) throw error;
      throw new CommandFailure("The database went away: empty the folder, then run the command again.", 1);
    } finally {
      terminal.progress("");
      await store.close();
    }
    for (const line of refused) terminal.complain(line);
    await terminal.print(
      `${counted(written.runbooks, "runbook")} and ${counted(written.images, "image")} written to ${folder}`,
    );
    return refused.length === 0 ? 0 : 1;
  },
};

/** Throws a CommandFailure for a folder that holds something: an export never mixes with what is there. */
async function makeEmptyFolder(folder: string): Promise<void> {
  const entries = await mkdir(folder, { recursive: true })
    .then(() => readdir(folder))
    .catch((error: unknown) => refuseFile(folder, error));
  if (entries.length > 0)
    throw new CommandFailure(`${folder} is not empty: name a new or an empty folder.`, 2);
}

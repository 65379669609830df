import { indexRunbooks, type RunbookPlace } from "@/lib/domain/portal-leads";
import type { ImportedFile } from "@/lib/features/runbooks/import-file";
import type { Arguments, Command } from "./command";
import { CommandFailure } from "./command-failure";
import { importReport } from "./import-report";
import { type ImportSource, importSources } from "./import-sources";
import type { Store } from "./store";
import type { Terminal } from "./terminal";

/** Takes files into the portal; ends with 1 when one of them was not taken. */
export const importFolder: Command = {
  name: "import",
  takes: "DIR|FILE… --squad SQUAD [--prefix PREFIX] [--dry-run]",
  does: "Takes runbooks and their images into the portal, and says what became of each. Exit code 1 when one was not taken.",
  paths: { least: 1, most: Number.POSITIVE_INFINITY },
  flags: {
    squad: {
      value: "SQUAD",
      does: "the squad that they belong to, by its address or name; made when it is new",
    },
    prefix: {
      value: "PREFIX",
      does: "put before every path, so that folders with the same paths stay apart",
    },
    "dry-run": { does: "says what would happen and changes nothing" },
  },
  async run(args, terminal, openStore) {
    const wanted = args.valueOf("squad");
    if (wanted === null)
      throw new CommandFailure("runbook import wants to know whose they are: --squad SQUAD.", 2);
    const prefix = prefixOf(args);
    const isDryRun = args.isOn("dry-run");
    const sources = await importSources(args.paths, process.cwd());
    if (sources.length === 0) {
      await terminal.print(
        "There is no runbook to import: none of the files below has an ending of Markdown.",
      );
      return 0;
    }
    const store = await openStore();
    try {
      const squad = await store.findSquad(wanted);
      if (!squad) throw new CommandFailure(`"${wanted}" cannot be the name of a squad.`, 2);
      const { slug, name } = squad;
      const files = await take(sources, { prefix, squad: { slug, name }, isDryRun }, store, terminal);
      const index = indexRunbooks(placesAfter(await store.listPlaces(), files));
      await terminal.print(importReport({ files, index, squad, isDryRun }));
      return files.every(isTaken) ? 0 : 1;
    } catch (error) {
      if (!store.isUnavailable(error)) throw error;
      throw new CommandFailure(
        "The database went away: run the command again, it goes on where it stopped.",
        1,
      );
    } finally {
      await store.close();
    }
  },
};

/** `team/docs` and `team/docs/` both give `team/docs/`. */
function prefixOf(args: Arguments): string {
  const parts = (args.valueOf("prefix") ?? "").split("/").filter((part) => part !== "");
  if (parts.some((part) => part === "." || part === ".."))
    throw new CommandFailure('The prefix is a path without "." and "..".', 2);
  return parts.map((part) => `${part}/`).join("");
}

type Task = { prefix: string; squad: { slug: string; name: string }; isDryRun: boolean };

async function take(
  sources: readonly ImportSource[],
  { prefix, squad, isDryRun }: Task,
  store: Store,
  terminal: Terminal,
): Promise<ImportedFile[]> {
  const count = sources.reduce((sum, { files }) => sum + files.length, 0);
  const taken: ImportedFile[] = [];
  try {
    for (const source of sources) {
      for await (const file of store.importFiles({ ...source, prefix }, { squad, isDryRun })) {
        taken.push(file);
        terminal.progress(`Importing ${taken.length} of ${count}`);
      }
    }
  } finally {
    terminal.progress("");
  }
  return taken;
}

/** The runbooks of the portal after the import; a dry run has not made those that are new. */
function placesAfter(known: readonly RunbookPlace[], files: readonly ImportedFile[]): RunbookPlace[] {
  const paths = new Set(known.map(({ importPath }) => importPath));
  const added = files.filter((file) => isTaken(file) && !paths.has(file.path));
  return [...known, ...added.map(({ slug, path }) => ({ slug, importPath: path }))];
}

function isTaken({ outcome }: ImportedFile): boolean {
  return outcome !== "refused" && outcome !== "edited-in-portal";
}

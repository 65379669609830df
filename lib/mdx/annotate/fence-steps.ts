import type { CommandBlock, Statement, StatementPart, Step } from "@/lib/domain/document";
import { readWaits } from "@/lib/domain/duration-words";
import { readExpected } from "@/lib/domain/expected-words";
import { readOpener } from "@/lib/reading/commands/statement-parts";
import { type FenceGroup, groupParts } from "@/lib/reading/document/fence-groups";
import { oneLine } from "@/lib/reading/hast";
import { placeOfStep, type StepContext } from "./step-context";
import type { StepIds } from "./step-ids";

/** A part of a fence as the page draws it: a sub-step or an option with its step, or what is neither. */
export type DrawnGroup = FenceGroup & { step: Step | null };

type Place = { outer: Step | null; context: StepContext; ids: StepIds };

const LONGEST = 120;
/** Labels that say no more than that another way begins. */
const BARE = /^(?:or|alternatively|option \w+|step \d+)$/i;

/** The sub-steps and options of a fence; null when it has none, as nearly every fence. */
export function readFenceSteps(block: CommandBlock, place: Place): DrawnGroup[] | null {
  if (block.place !== "fence" || (block.kind !== "command" && block.kind !== "query")) return null;
  const groups = groupParts(block.parts);
  if (groups.every((group) => group.part === null)) return null;
  const drawn = groups.map((group): DrawnGroup => ({ ...group, step: stepOf(group, block, place) }));
  nameChoices(drawn);
  return drawn;
}

function stepOf(
  { part, pieces }: FenceGroup,
  block: CommandBlock,
  { outer, context, ids }: Place,
): Step | null {
  if (part === null) return null;
  const statements = pieces.flatMap(({ at }) => {
    const piece = block.parts[at];
    return piece?.type === "statement" ? [piece.statement] : [];
  });
  const text = wordsOf(part, statements[0]);
  return {
    id: ids.next({ kind: part.kind, sectionId: context.sectionId, text }),
    kind: part.kind,
    text,
    ordinal: part.ordinal,
    parentId: outer?.id ?? null,
    depth: (outer?.depth ?? 0) + 1,
    line: block.line,
    commandIds: statements.map((statement) => statement.id),
    waits: readWaits(text),
    expected: readExpected(text),
    choice: null,
    ...placeOfStep(context, text),
  };
}

/** An option without words of its own is called by the comment above its command, or by the command. */
function wordsOf({ label }: StatementPart, first: Statement | undefined): string {
  const said = [label, readOpener(first?.label ?? "")?.label ?? first?.label ?? "", first?.text ?? label];
  const words = oneLine(said.find((text) => text !== "" && !BARE.test(oneLine(text))) ?? label);
  return words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words;
}

/** Options in a row exclude one another; a count that begins again begins another choice. */
function nameChoices(groups: readonly DrawnGroup[]): void {
  let choice: Step[] = [];
  const close = () => {
    for (const step of choice) step.choice = choice.length > 1 ? (choice[0]?.id ?? null) : null;
    choice = [];
  };
  for (const { step } of groups) {
    if (step?.kind !== "option" || (step.ordinal ?? 0) <= (choice.at(-1)?.ordinal ?? 0)) close();
    if (step?.kind === "option") choice.push(step);
  }
  close();
}

import type { BlockPart, CopyUnit, Hole, Statement } from "@/lib/domain/document";
import type { LocalRiskWord } from "@/lib/domain/local-risk-words";
import { findRisk, readFunctions, worstOf } from "../risk";
import { readShellText, type ShellText } from "../shell/shell-text";
import { readAssignedNames } from "../shell/shell-words";
import { findCommentHoles, findHoles } from "./find-holes";
import { isEndless } from "./is-endless";
import type { Item } from "./read-items";
import { findParts, readOpener } from "./statement-parts";
import { withoutComments } from "./statement-text";

export type AssembleInput = {
  id: string;
  /** The sentence before the block. */
  before?: string;
  /** Local words of the portal and the squad (lib/domain/local-risk-words.ts). */
  riskWords?: readonly LocalRiskWord[];
};

/** Puts the pieces together: the copy text of the whole, and the parts with their labels, results and holes. */
export function assemble(
  { id, before = "", riskWords = [] }: AssembleInput,
  items: readonly Item[],
): Omit<CopyUnit, "id"> & { parts: BlockPart[] } {
  const alone = items.map((item) =>
    item.type === "statement" ? withoutComments(item.text, item.language) : "",
  );
  const shells = items.map((item, i) =>
    item.type === "statement" && item.language === "shell" ? readShellText(alone[i] ?? item.text) : null,
  );
  const assigned = assignedIn(shells);
  const functions = readFunctions(shells);
  const itemParts = findParts(items);
  const parts: BlockPart[] = [];
  const statements: Statement[] = [];
  const holes: Hole[] = [];
  let text = "";
  let blanks = 0;
  let comments: string[] = [];
  let waiting: string[] = [];
  const write = (piece: string, glue = "\n"): number => {
    if (text !== "") text += blanks > 0 ? "\n\n" : glue;
    blanks = 0;
    text += piece;
    return text.length - piece.length;
  };
  const endNote = () => {
    if (comments.length > 0) parts.push({ type: "note", text: comments.join("\n") });
    comments = [];
  };
  /** The comments right above a statement; what belongs to an earlier sub-step or option is a note of its own. */
  const endLabel = (): string | null => {
    const openers = comments.flatMap((line, at) => (readOpener(line) ? [at] : []));
    const from = openers.length > 1 ? (openers.at(-1) ?? 0) : 0;
    const label = comments.slice(from).map((line) => line.trim());
    comments = comments.slice(0, from);
    endNote();
    return label.length > 0 ? label.join(" ") : null;
  };
  for (const [i, item] of items.entries()) {
    if (item.type === "blank") {
      blanks++;
      endNote();
    } else if (item.type === "comment") {
      const start = write(item.text);
      holes.push(...shift(findCommentHoles(item.text), start));
      comments.push(commentText(item.text));
    } else if (item.type === "statement") {
      const start = write(item.text, item.glue);
      const shell = shells[i] ?? null;
      const own = alone[i] ?? item.text;
      const found = findHoles(own, item.language, assigned, shell);
      const all = own === item.text ? found : findHoles(item.text, item.language, assigned);
      holes.push(...shift(all, start));
      if (item.tail !== "") {
        text += item.tail;
        holes.push(...shift(findCommentHoles(item.tail), text.length - item.tail.length));
      }
      const label = endLabel();
      const finding = findRisk({
        text: own,
        language: item.language,
        shell,
        label: `${label ?? ""} ${item.tail}`,
        before,
        riskWords,
        functions,
      });
      const statement: Statement = {
        id: `${id}.${statements.length + 1}`,
        text: own,
        holes: found,
        risk: finding.risk,
        riskReason: finding.reason,
        riskTarget: finding.target,
        isDisruptive: finding.isDisruptive,
        hidden: [],
        language: item.language,
        label,
        // What is shown as SQL may be pasted as SQL.
        shown: item.text + (item.language === "sql" ? item.tail.replace("#", "--") : item.tail),
        expected: waiting.length > 0 ? waiting.join("\n") : null,
        isEndless: shell !== null && isEndless(shell.commands),
        part: itemParts[i] ?? null,
      };
      waiting = [];
      statements.push(statement);
      parts.push({ type: "statement", statement });
    } else {
      endNote();
      const last = statements.at(-1);
      if (item.type === "output" && last) last.shown += `\n${item.text}`;
      else if (item.type === "output") parts.push({ type: "note", text: item.text });
      else if (item.text !== "" && last) {
        last.expected = last.expected === null ? item.text : `${last.expected}\n${item.text}`;
      } else if (item.text !== "") waiting.push(item.text);
    }
  }
  endNote();
  const worst = worstOf(
    statements.map(({ risk, riskReason, riskTarget, isDisruptive }) => ({
      risk,
      reason: riskReason,
      target: riskTarget,
      isDisruptive,
    })),
  );
  return {
    text,
    holes,
    risk: worst.risk,
    riskReason: worst.reason,
    riskTarget: worst.target,
    isDisruptive: statements.some((statement) => statement.isDisruptive),
    hidden: [],
    parts,
  };
}

/** What a comment says, without the signs that make it one. */
function commentText(comment: string): string {
  const inner = comment.startsWith("/*") ? comment.slice(2, -2) : comment.replace(/^(?:#+|--)\s?/, "");
  return comment.startsWith("/*") ? inner.replace(/\s+/g, " ").trim() : inner;
}

function shift(holes: readonly Hole[], by: number): Hole[] {
  return holes.map((hole) => ({
    ...hole,
    start: hole.start + by,
    end: hole.end + by,
  }));
}

function assignedIn(shells: readonly (ShellText | null)[]): Set<string> {
  const commands = shells.flatMap((shell) => shell?.commands ?? []);
  return readAssignedNames(commands);
}

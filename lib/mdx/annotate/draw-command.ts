import type { Element, ElementContent } from "hast";
import { harmlessPart } from "@/lib/domain/commands/copy-units";
import { drawHidden, isWithheld } from "@/lib/domain/commands/hidden-characters";
import { riskSentence, riskSummary } from "@/lib/domain/commands/risk-words";
import type { BlockPart, CommandBlock, CopyUnit, Statement } from "@/lib/domain/document";
import { el, oneLine, text } from "@/lib/reading/hast";
import { grammarFor, highlight } from "../highlight/highlight";
import { findTokens, markHoles, relocateHoles } from "../highlight/mark-holes";
import { stepElement } from "./draw-step";
import type { DrawnGroup } from "./fence-steps";

/** A fence as a figure: its statements, its notes, and a foot with the risk and the copy button of the whole. */
export function drawFence(block: CommandBlock, groups?: readonly DrawnGroup[]): Element {
  const statements = block.parts.filter((part) => part.type === "statement");
  const hasOwnButton = statements.length > 1;
  const parts = groups
    ? groups.flatMap((group) => drawGroup(group, block, hasOwnButton))
    : block.parts.map((part) => drawPart(part, block, hasOwnButton));
  const foot: ElementContent[] = [];
  if (block.kind === "command") {
    const words = hasOwnButton
      ? [
          text(
            riskSummary(
              block,
              statements.map((part) => part.statement),
            ),
          ),
        ]
      : riskWords(block);
    foot.push(el("span", { className: ["risk"] }, ...words));
  }
  if (harmlessPart(block))
    foot.push(copyButton(`${block.id}.harmless`, "Copy the harmless part of the block"));
  if (block.text !== "") {
    foot.push(
      copyButton(
        block.id,
        statements.length > 1
          ? "Copy the whole block"
          : `Copy ${brief(statements[0]?.statement.text ?? block.text)}`,
      ),
    );
  }
  return el(
    "figure",
    { className: ["cmd"], dataCommand: block.id, dataKind: block.kind, dataRisk: block.risk },
    ...parts,
    el("figcaption", {}, ...foot),
  );
}

/** An inline command and its copy button. */
export function drawInline(block: CommandBlock): ElementContent[] {
  const statement = block.parts.find((part) => part.type === "statement")?.statement;
  const shown = statement?.shown ?? block.text;
  const holes = relocateHoles(block.holes, block.text, shown);
  return [
    el(
      "code",
      {
        className: ["inline-cmd"],
        dataCommand: block.id,
        dataRisk: block.risk,
        ...(block.isDisruptive ? { title: riskSentence(block) } : {}),
      },
      ...(statement?.hidden.length ? drawHiddenSigns(statement) : markHoles([text(shown)], holes)),
    ),
    copyButton(block.id, `Copy ${brief(block.text)}`, "copy-inline"),
  ];
}

/** The risk in words; placeholders of the target are marked, so that the page shows what they stand for. */
function riskWords(unit: CopyUnit): ElementContent[] {
  const words = riskSentence(unit);
  return markHoles([text(words)], findTokens(unit.holes, words));
}

/** A sub-step or an option of a fence is a step of the document like any other. */
function drawGroup({ step, pieces }: DrawnGroup, block: CommandBlock, hasOwnButton: boolean): Element[] {
  const drawn = pieces.flatMap(({ at, note }) => {
    const part = note === null ? block.parts[at] : ({ type: "note", text: note } as const);
    return part ? [drawPart(part, block, hasOwnButton)] : [];
  });
  return step ? [stepElement("div", step, drawn)] : drawn;
}

function drawPart(part: BlockPart, block: CommandBlock, hasOwnButton: boolean): Element {
  if (part.type === "note") return el("div", { className: ["stmt-note"] }, ...linkAddresses(part.text));
  const { statement } = part;
  const children: ElementContent[] = [];
  if (statement.label) children.push(el("p", { className: ["stmt-label"] }, statement.label));
  children.push(drawCode(statement, block));
  if (hasOwnButton && statement.text !== "") {
    children.push(copyButton(statement.id, `Copy ${brief(statement.text)}`));
  }
  if (statement.expected !== null) {
    children.push(el("p", { className: ["expect"] }, "Expect ", el("code", {}, statement.expected)));
  }
  if (hasOwnButton && statement.risk !== "read") {
    children.push(el("p", { className: ["stmt-risk"] }, ...riskWords(statement)));
  }
  if (statement.hidden.length > 0) {
    children.push(el("p", { className: ["hidden-note"] }, hiddenWords(statement)));
  }
  if (statement.isEndless) children.push(el("span", { className: ["endless"] }, "Runs until stopped"));
  return el(
    "div",
    {
      className: ["stmt"],
      dataStatement: statement.id,
      dataRisk: statement.risk,
      ...(statement.isDisruptive ? { dataDisruptive: "" } : {}),
    },
    ...children,
  );
}

function drawCode(statement: Statement, block: CommandBlock): Element {
  const grammar =
    block.kind !== "command"
      ? grammarFor(block.lang)
      : statement.language === "shell"
        ? "bash"
        : statement.language === "sql"
          ? "sql"
          : grammarFor(block.lang);
  const name = grammar ?? "plaintext";
  if (statement.hidden.length > 0) {
    return el("pre", { tabIndex: 0 }, el("code", { className: ["hljs"] }, ...drawHiddenSigns(statement)));
  }
  const holes = relocateHoles(statement.holes, statement.text, statement.shown);
  return el(
    "pre",
    { tabIndex: 0 },
    el(
      "code",
      { className: ["hljs", `language-${name}`] },
      ...markHoles(highlight(statement.shown, grammar), holes),
    ),
  );
}

/** The text as it was written, with a mark in place of what nobody would see; colours and values would hide it again. */
function drawHiddenSigns({ shown, hidden }: Statement): ElementContent[] {
  return drawHidden(shown, hidden).map((piece) =>
    piece.hidden
      ? el("span", { className: ["hidden-sign"], title: piece.hidden.name }, piece.text)
      : text(piece.text),
  );
}

/** Names the hidden characters, and says what becomes of them. */
function hiddenWords(unit: CopyUnit): string {
  const names = [...new Set(unit.hidden.map(({ name }) => name))].join(", ");
  return isWithheld(unit)
    ? `Holds ${names}. Only a person can tell what is meant, so copying asks.`
    : `Holds ${names}. Copying puts it right.`;
}

function copyButton(id: string, label: string, extra?: string): Element {
  return el(
    "button",
    { type: "button", className: extra ? ["copy", extra] : ["copy"], dataCopy: id, ariaLabel: label },
    "Copy",
  );
}

function brief(command: string): string {
  const line = oneLine(command);
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

const ADDRESS = /https?:\/\/[^\s<>"'()[\]{}|\\^`]+[^\s<>"'()[\]{}|\\^`.,;:!?]/g;

/** Addresses in a note are links; one that goes on into a placeholder is not. */
function linkAddresses(note: string): ElementContent[] {
  const out: ElementContent[] = [];
  let at = 0;
  for (const match of note.matchAll(ADDRESS)) {
    const end = match.index + match[0].length;
    if (/^[[<{]/.test(note.slice(end))) continue;
    if (match.index > at) out.push(text(note.slice(at, match.index)));
    out.push(el("a", { href: match[0], rel: ["noreferrer", "noopener"] }, match[0]));
    at = end;
  }
  if (at < note.length) out.push(text(note.slice(at)));
  return out;
}

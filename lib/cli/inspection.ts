import { statementsOf } from "@/lib/domain/commands/statements-of";
import type { CommandBlock, CopyUnit, Statement } from "@/lib/domain/document";
import { envVarsOf, placeholdersOf } from "./answers";
import type { Inspection } from "./inspection-schema";
import type { ReadRunbook } from "./read-runbooks";

/** All that the portal reads out of one runbook, in the shape of docs/inspect.schema.json. */
export function inspectionOf({ name, format, road, model, problems }: ReadRunbook): Inspection {
  const { meta, steps, commands, ...rest } = model;
  return {
    file: name,
    format,
    road,
    ...rest,
    metadata: meta,
    steps: steps.map(({ sectionId, ...step }) => ({ ...step, anchor: sectionId })),
    commands: commands.filter(({ place }) => place === "fence").map(fenceOf),
    inlineCommands: commands.filter(({ place }) => place === "inline").map(commandOf),
    problems,
  };
}

function fenceOf(block: CommandBlock): Inspection["commands"][number] {
  const isRun = block.kind === "command" || block.kind === "query";
  return {
    ...commandOf(block),
    index: block.index,
    lang: block.lang ?? "",
    statements: isRun ? statementsOf(block).map(statementOf) : [],
  };
}

function commandOf(block: CommandBlock): Inspection["inlineCommands"][number] {
  const expected = statementsOf(block).flatMap((statement) => statement.expected ?? []);
  return {
    id: block.id,
    line: block.line,
    kind: block.kind,
    text: block.written,
    ...unitOf(block, expected.length > 0 ? expected.join("\n") : null),
    copyText: block.kind === "output" ? "" : block.text,
    stepId: block.stepId,
    anchor: block.sectionId,
  };
}

function statementOf(statement: Statement): Inspection["commands"][number]["statements"][number] {
  return {
    id: statement.id,
    language: statement.language,
    label: statement.label,
    ...unitOf(statement, statement.expected),
    endless: statement.isEndless,
    part: statement.part,
  };
}

function unitOf(unit: CopyUnit, expectedOutput: string | null) {
  return {
    copyText: unit.text,
    placeholders: placeholdersOf(unit.holes),
    envVars: envVarsOf(unit.holes),
    risk: unit.risk,
    riskReason: unit.riskReason,
    riskTarget: unit.riskTarget,
    dangerous: unit.risk === "danger",
    disruptive: unit.isDisruptive,
    expectedOutput,
    hidden: unit.hidden,
  };
}

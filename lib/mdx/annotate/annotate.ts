import type { Root } from "hast";
import type { Problem, RunbookModel } from "@/lib/domain/document";
import type { LocalRiskWord } from "@/lib/domain/local-risk-words";
import { collectVariables } from "@/lib/reading/commands";
import { readFacts } from "@/lib/reading/document/read-facts";
import { findProgramme, readTitle } from "@/lib/reading/document/read-title";
import type { FrontMatter } from "@/lib/reading/front-matter";
import { headingDepth, replaceNode, walk } from "@/lib/reading/hast";
import { lintModel, lintTree } from "@/lib/reading/lint/lint";
import type { CodeNumbers } from "../plugins/code-numbers";
import { annotateCallouts } from "./callouts";
import { drawCommands, findCommands } from "./commands";
import { emptyDraft } from "./draft";
import { annotateHeadings } from "./headings";
import { joinBrokenLists } from "./join-lists";
import { annotateLinks } from "./links";
import { annotateProseHoles } from "./prose-holes";
import { annotateSteps } from "./steps";
import { annotateTables } from "./tables";

/**
 * Marks a sanitised tree as docs/document-html.md says, and reads the document model out of it.
 * Facts are read while the tree is still the author's own, but for the anchors of its headings.
 */
export function annotate(
  root: Root,
  input: {
    source: string;
    frontMatter: FrontMatter;
    codeNumbers: CodeNumbers;
    riskWords: readonly LocalRiskWord[];
  },
): { model: RunbookModel; problems: Problem[] } {
  const draft = emptyDraft();
  joinBrokenLists(root);
  const programme = findProgramme(root);
  if (programme) programme.node.properties.className = ["programme"];
  annotateHeadings(root, draft);
  const { sections } = draft;
  const title = readTitle(sections, input.frontMatter);
  const { facts, trace } = readFacts(root, { ...input, sections });
  draft.problems.push(...lintTree(root, { ...input, ...title, trace }));
  annotateCallouts(root);
  const places = findCommands(root, input);
  const groups = annotateSteps(root, places, draft);
  const { variables, blocks } = collectVariables(places.map((place) => place.block));
  drawCommands(root, places, { blocks, groups });
  annotateTables(root);
  annotateLinks(root);
  annotateProseHoles(root, variables);
  dropTitle(root);
  const model: RunbookModel = {
    ...title,
    programme: programme?.text ?? null,
    ...facts,
    sections,
    steps: draft.steps,
    commands: blocks,
    variables,
    validationStepIds: draft.validationStepIds,
  };
  const problems = [...draft.problems, ...lintModel(model, input.source)];
  return { model, problems: problems.sort((a, b) => a.line - b.line || a.column - b.column) };
}

/** The page draws the first level-1 heading itself, when it is the first heading of all. */
function dropTitle(root: Root): void {
  let isFirst = true;
  walk(root, ({ node, parent }) => {
    const depth = headingDepth(node);
    if (!isFirst || depth === null) return isFirst;
    isFirst = false;
    if (depth === 1) replaceNode(parent, node);
    return false;
  });
}

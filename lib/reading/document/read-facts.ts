import type { Root } from "hast";
import type { RunbookModel, Section } from "@/lib/domain/document";
import type { FrontMatter } from "../front-matter";
import { type MetaFact, type MetaField, metaFacts } from "./meta-facts";
import { type Part, readOutline } from "./outline";
import { readAlerts } from "./read-alerts";
import { readCauses } from "./read-causes";
import { readChangeLog } from "./read-change-log";
import { readEndpoints } from "./read-endpoints";
import { readEscalation } from "./read-escalation";
import { readMeta } from "./read-meta";
import { readMetrics } from "./read-metrics";
import { readReferences } from "./read-references";
import { readRequirements } from "./read-requirements";

/** The parts of the model that are read off the author's own tree. */
export type Facts = Pick<
  RunbookModel,
  | "meta"
  | "alerts"
  | "causes"
  | "escalation"
  | "references"
  | "changeLog"
  | "metrics"
  | "endpoints"
  | "requirements"
>;

export type FactsInput = { source: string; frontMatter: FrontMatter; sections: readonly Section[] };

/** What the lint needs beside the facts themselves. */
export type FactsTrace = { outline: Part[]; metaFacts: ReadonlyMap<MetaField, readonly MetaFact[]> };

/**
 * Reads what a runbook says beside its steps and commands. The tree is the author's own, its headings alone carry the
 * ids of their sections.
 */
export function readFacts(
  root: Root,
  { source, frontMatter, sections }: FactsInput,
): { facts: Facts; trace: FactsTrace } {
  const outline = readOutline(root, sections);
  const sayings = metaFacts(root, frontMatter, source);
  const meta = readMeta(root, sayings, frontMatter);
  return {
    facts: {
      meta,
      alerts: readAlerts(outline, sections, frontMatter),
      causes: readCauses(outline),
      escalation: readEscalation(outline, meta.squad),
      references: readReferences(root),
      changeLog: readChangeLog(outline),
      metrics: readMetrics(outline),
      endpoints: readEndpoints(root),
      requirements: readRequirements(outline),
    },
    trace: { outline, metaFacts: sayings },
  };
}

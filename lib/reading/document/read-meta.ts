import type { Root } from "hast";
import type { RunbookMeta } from "@/lib/domain/document";
import { addSpan, readDate } from "@/lib/domain/written-date";
import { type FrontMatter, frontMatterText } from "../front-matter";
import type { MetaFact, MetaField } from "./meta-facts";
import { filled } from "./placeholder";
import { readDashboards } from "./read-dashboards";

const CHANNEL = /(?<![\w/&])#[a-z0-9][a-z0-9_-]{1,79}/i;
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;

/** Facts about the runbook: of several sayings the first that is filled in (see `metaFacts` for their order). */
export function readMeta(
  root: Root,
  facts: ReadonlyMap<MetaField, readonly MetaFact[]>,
  frontMatter: FrontMatter,
): RunbookMeta {
  const fact = (field: MetaField): string | null =>
    (facts.get(field) ?? []).map(({ value }) => filled(value)).find((value) => value !== null) ?? null;
  const onCall = fact("onCall");
  const slack = fact("slack") ?? onCall;
  const lastUpdated = fact("lastUpdated");
  return {
    service: fact("service"),
    squad: fact("squad"),
    onCall,
    lastUpdated: lastUpdated === null ? null : (readDate(lastUpdated) ?? lastUpdated),
    slo: fact("slo"),
    slack: CHANNEL.exec(slack ?? "")?.[0] ?? null,
    email: MAIL.exec(fact("email") ?? onCall ?? "")?.[0] ?? null,
    repository: fact("repository"),
    tier: fact("tier"),
    reviewBy: readReviewBy(frontMatter),
    dashboards: readDashboards(root, frontMatter),
  };
}

/** The day by which the text wants to be looked at again: said outright, or so long after the last time. */
function readReviewBy(frontMatter: FrontMatter): string | null {
  const said = readDate(
    frontMatterText(frontMatter, "reviewby", "nextreview", "reviewdate", "expires") ?? "",
  );
  if (said !== null) return said;
  const last = readDate(frontMatterText(frontMatter, "lastreviewedon", "lastreviewed") ?? "");
  const span = frontMatterText(frontMatter, "reviewin", "reviewevery");
  return last === null || span === null ? null : addSpan(last, span);
}

import "server-only";
import { type LocalRiskWord, parseRiskWords } from "@/lib/domain/local-risk-words";
import { env } from "@/lib/env";

/** What a query must bring along of a revision so that it is compiled as its page is. */
export const withSquadWords = {
  runbook: { select: { squad: { select: { riskWords: true } } } },
} as const;

/** The portal's local words and those of a runbook's squad. A stored list that can no longer be read adds nothing. */
export function riskWordsOf(squad: { riskWords: string } | null): readonly LocalRiskWord[] {
  const own = parseRiskWords(squad?.riskWords ?? "");
  return own.ok ? [...env().PORTAL_RISK_WORDS, ...own.words] : env().PORTAL_RISK_WORDS;
}

import type { StepCondition } from "./document";
import { severitiesIn } from "./severity-words";
import { trimEndOf } from "./trim-end-of";

/** "Action 2:", "Step 3 -": no words of the step itself. */
const LABEL = /^(?:action|step|task|option)\s+[\w.]+\s*[:.)–—-]\s+/i;
const LEADING =
  /^(if|unless|in case of|only if)\s+([^,:]+?)\s*(?:[,:]|\bthen\b|\byou (?:can|may|might|must|need|should|will)\b|$)/i;
/** "When CPU bound, …" is a case; "When you are done, …" is a time. */
const WHEN = /^(?:when|whenever)\s+([^,:]+?)\s*[,:]\s/i;
const A_TIME =
  /\b(?:done|finish\w*|complet\w*|ready|prompted|asked|over|resolved|back|up|restored|recovered|ends?|closed|healthy|successful\w*|fixed|stable)$/i;
/** "P0/P1: …", "For SEV1 only: …": nothing but severities and words that join them stands before the sign. */
const FRONT = /^(?:(?:only\s+)?(?:for|on|in)\s+)?([^:–—]{2,60}?)(?::|\s[–—-])\s/i;
const SEVERITIES_ONLY =
  /^(?:(?:sev[-\s]?|p)\d(?!\d)|and|or|above|higher|below|lower|only|incidents?|outages?|[\s/,&+-])+$/i;
const NO_SEVERITY = /(?:\s+(?:only|incidents?|outages?))+$/i;
/** "For replicas only: …", "Only in staging, …". */
const ONLY_IN_FRONT = /^(?:only\s+(?:for|on|in)\s+([^,:]+?)|(?:for|on|in)\s+([^,:]+?)\s+only)\s*[,:]\s/i;
/** "In production, …", "On staging: …". */
const PLACE_IN_FRONT =
  /^(?:for|on|in)\s+((?:the\s+)?(?:non-?prod(?:uction)?|pre-?prod(?:uction)?|production|prod|staging|stage|development|dev|test|testing|qa|uat|sandbox)(?:\s+(?:environments?|clusters?))?)\s*[,:]\s/i;
const IN_BRACKETS = /\((if|unless|in case of|only if)\s+([^()]+)\)/i;
const TRAILING = /\s(if|unless|only if)\s+([^,:;()]+?)\s*(?::|$)/i;
const OPTIONAL = /\(optional\)|^optional\b(?=\s*[:–—-]|\s+step\b)/i;
const ONLY = /\((?:only\s+(?:for|on|in)\s+([^()]+)|([^()]+?)\s+only)\)/i;
const FOR_SEVERITY =
  /\b(?:only\s+)?for\s+((?:(?:sev[-\s]?|p)\d(?!\d)[\s/,&+-]*(?:(?:and|or)\s+(?:above|higher)\s*)?(?:(?:and|or)\s+)?)+)(?:incidents?|outages?|only)?\s*$/i;
/** "Check if …" asks a question; "and if", "as if" and "even if" open no condition of the whole step. */
const ASKS =
  /\b(?:check\w*|verif\w*|see\w*|determin\w*|confirm\w*|test\w*|ask\w*|know\w*|decid\w*|find\w* out|look\w*|tell\w*|identif\w*|assess\w*|evaluat\w*|review\w*|investigat\w*|understand\w*|ensur\w*|validat\w*|clarif\w*|sure|as|even|what|and|or|but)(?:\s+(?:first|again|manually|quickly))?,?$/i;

/** What is longer is no sentence, and would keep the expressions above busy. */
const LONGEST = 1000;
const isStop = (sign: string) => /[\s.!?]/.test(sign);
const isJoint = (sign: string) => /[\s.,]/.test(sign);

/**
 * The condition under which a step applies, from its own words: "if P0/P1", "(P0 only)", "If CPU bound: …",
 * "(if needed)". Null when it applies always; "Check if …" is a question and no condition.
 */
export function readCondition(words: string): StepCondition | null {
  const sentence = firstSentence(words).replace(LABEL, "");
  if (sentence.length > LONGEST) return null;
  const found = LEADING.exec(sentence) ?? IN_BRACKETS.exec(sentence) ?? findTrailing(sentence);
  if (found) {
    const [, opener = "", clause = ""] = found;
    return conditionOf(clause, /unless/i.test(opener));
  }
  const when = WHEN.exec(sentence)?.[1];
  if (when && !A_TIME.test(when)) return conditionOf(when, false);
  const inFront =
    severitiesInFront(sentence) ?? clauseOf(ONLY_IN_FRONT, sentence) ?? clauseOf(PLACE_IN_FRONT, sentence);
  const only = ONLY.exec(sentence);
  const named = inFront ?? only?.[1] ?? only?.[2] ?? FOR_SEVERITY.exec(sentence)?.[1];
  if (named) return conditionOf(named, false);
  return OPTIONAL.test(sentence) ? { text: "optional", severities: [] } : null;
}

function severitiesInFront(sentence: string): string | null {
  const front = FRONT.exec(sentence)?.[1]?.trim() ?? "";
  if (!SEVERITIES_ONLY.test(front) || severitiesIn(front).length === 0) return null;
  return front.replace(NO_SEVERITY, "");
}

function clauseOf(rule: RegExp, sentence: string): string | null {
  return (
    rule
      .exec(sentence)
      ?.slice(1)
      .find((clause) => clause !== undefined) ?? null
  );
}

function findTrailing(sentence: string): RegExpExecArray | null {
  const found = TRAILING.exec(sentence);
  return found && !ASKS.test(sentence.slice(0, found.index).trimEnd()) ? found : null;
}

/** The text is shown after "if", so that "unless" has to stay. */
function conditionOf(clause: string, isNegated: boolean): StepCondition {
  const text = trimEndOf(clause.replace(/\s+/g, " "), isJoint);
  return isNegated ? { text: `unless ${text}`, severities: [] } : { text, severities: severitiesIn(text) };
}

/** What stands in a later sentence concerns what that one says, not the step. */
function firstSentence(words: string): string {
  const end = words.search(/[.!?]\s+\p{Lu}/u);
  return trimEndOf(end < 0 ? words : words.slice(0, end), isStop).trim();
}

import type { StepCondition } from "./document";
import { severitiesIn } from "./severity-words";
import { trimEndOf } from "./trim-end-of";

/** "Action 2:", "Step 3 -": no words of the step itself. */
const LABEL = /^(?:action|step|task|option)\s+[\w.]+\s*[:.)–—-]\s+/i;
const LEADING =
  /^(if|unless|in case of|only if)\s+([^,:]+?)\s*(?:[,:]|\bthen\b|\byou (?:can|may|might|must|need|should|will)\b|$)/i;
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
  const only = ONLY.exec(sentence);
  const named = only?.[1] ?? only?.[2] ?? FOR_SEVERITY.exec(sentence)?.[1];
  if (named) return conditionOf(named, false);
  return OPTIONAL.test(sentence) ? { text: "optional", severities: [] } : null;
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

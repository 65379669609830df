import { readAlertHeading } from "./alert-heading";
import type { SectionKind } from "./document";

/** Words of a heading by kind; `*` stands for any ending. Of several, the one that stands first in the heading wins. */
const vocabulary: readonly [SectionKind, string][] = [
  [
    "runbook-validation",
    "runbook validation*|runbook verification|runbook checklist|runbook review*|runbook test*|runbook quality|runbook maintenance|validat* this runbook|review* this runbook|documentation checklist",
  ],
  [
    "post-resolution",
    "post resolution|post incident|post mortem*|postmortem*|post fix|post remediation|post recovery|post rollback|after the incident|after resolution|after the fix|after action*|aftercare|follow up*|followup*|lessons learn*|retrospective|prevention|preventi*|incident closure|closing the incident|close out|wrap up",
  ],
  [
    "change-log",
    "change log|changelog|change history|revision history|version history|document history|revisions|document control",
  ],
  [
    "related",
    "related|references?|see also|further reading|additional (?:resources|documentation|reading|information)|useful links|external links|resources|more information|documentation|links|bibliography",
  ],
  [
    "escalation",
    "escalat*|contacts?|on call|oncall|who to (?:call|contact|page)|points? of contact|getting help|get help|when to call|support channels?|stakeholders?",
  ],
  ["rollback", "rollback*|roll back|rolling back|back out|backout|revert*|undo*|failback|fail back"],
  ["data-safety", "data safety|data loss|data protection|data integrity|data risks?|safety"],
  ["testing", "testing|tests?|contract tests?|load tests?|game day*|drills?|chaos*"],
  [
    "validation",
    "validat*|verif*|confirm*|success criteria|exit criteria|acceptance criteria|smoke tests?|sanity checks?|health checks?|post deploy(?:ment)? (?:check|test|verif|validat)*|expected (?:outcomes?|results?|behaviou?r)|is it fixed|definition of done",
  ],
  [
    "prerequisites",
    "prerequisites?|pre requisites?|requirements?|before you (?:begin|start)|preconditions?|pre ?flight|pre ?checks?|preparations?|prepare|what you need|you will need|access requirements|required (?:access|tools|permissions)|permissions|assumptions|initial setup",
  ],
  ["dependencies", "dependenc*|upstream*|downstream*|depends on"],
  [
    "symptoms",
    "symptoms?|signs|detection|how to (?:detect|recogni[sz]e)|indicators?|what you (?:will )?see|problem statement|error messages?|identification",
  ],
  [
    "meaning",
    "meaning|what (?:does )?(?:this|the) alert means?|what it means|what does (?:it|this|this alert) mean|alert (?:description|summary|details|definition)|why (?:it|this|this alert) fires?|about (?:this|the) alert|trigger*|explanation",
  ],
  [
    "impact",
    "impacts?|user impact|customer impact|business impact|severity|consequences|blast radius|affected*",
  ],
  [
    "diagnosis",
    "diagnos*|investigat*|troubleshoot*|trouble shoot*|triage|debug*|root cause*|analysis|analy[sz]*|possible causes?|common causes?|likely causes?|potential causes?|causes?|playbooks?|assess*|initial checks?|what to check|inspect*",
  ],
  [
    "mitigation",
    "mitigat*|resolution|resolv*|remed*|fix(?:es|ing)?|solutions?|work ?arounds?|recover*|restor(?:e|ing|ation)|repair*|corrective*|containment|contain|immediate (?:actions?|steps?|response)|emergency (?:actions?|steps?|response)|initial response|first response|first steps|response|responding|what to do|actions to take|stop the bleeding|quick fix*",
  ],
  [
    "monitoring",
    "monitor*|dashboards?|metrics?|observability|slos?|slis?|service level*|health check endpoints?|health endpoints?|logs|logging(?! in)|graphs?|tracing",
  ],
  [
    "alerts",
    "(?:common |known |typical )?(?:alerts?|alarms?|failures?|issues|problems|failure modes|scenarios|incidents)|alerting|failure scenarios|incident scenarios",
  ],
  [
    "operations",
    "operations?|operational|standard operating|sop|maintenance|deploy*|hotfix|upgrad*|migrat*|scal*|restart*|routine tasks|common tasks|rotat*|rotation|housekeeping|administration|how to|how tos?|usage|useful commands",
  ],
  [
    "overview",
    "overview|purpose|summary|introduction|intro|about (?:this|the)|background|description|service description|context|scope|architecture|components?|key components|ownership|service details|metadata|goals?|objectives?|tl dr|when to use|glossary|terminology",
  ],
];

/** Words that say that something is to be done, where no other word of the heading says what. */
const plain: readonly [SectionKind, string][] = [
  ["mitigation", "actions?|runbook actions?|response plan"],
  [
    "operations",
    "procedures?|steps|instructions|process|checklists?|tasks?|workflows?|execution|implementation",
  ],
];

/** Pages and sections for one alert are named after it: `KubeNodeNotReady`. */
const ALERT_NAME = /^(?:[A-Z]+[a-z0-9]+){3,}[A-Z]*$/;
/** How many words may stand before the one that counts ("Safe rollback procedure"). */
const WORDS_BEFORE = 2;

/** A step is about what its section is about, whatever words it uses. */
const STEP = /^(?:optional\s+)?step\s+\d/i;
const ANY_ENDING = String.raw`\p{L}*`;

type Rule = { kind: SectionKind; pattern: RegExp };
const toRule = ([kind, words]: readonly [SectionKind, string]): Rule => ({
  kind,
  pattern: new RegExp(`(?<= )(?:${words.replaceAll("*", ANY_ENDING)})(?= )`, "u"),
});
const rules = vocabulary.map(toRule);
const plainRules = plain.map(toRule);

/** What a section is about, told by the words of its heading in any numbering, emoji or case; "other" for the rest. */
export function sectionKindOf(heading: string): SectionKind {
  const alert = readAlertHeading(heading);
  if (alert.isSaid || ALERT_NAME.test(alert.name)) return "alert";
  if (STEP.test(alert.name)) return "other";
  const words = ` ${plainWords(heading)} `;
  return earliest(words, rules) ?? earliest(words, plainRules) ?? "other";
}

/** Lower case, letters and digits only, without the number in front: "5. Post-Fix checks" → "post fix checks". */
export function plainWords(heading: string): string {
  return heading
    .slice(0, 200)
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^(?:\d+ )+(?=\D)/, "");
}

function earliest(words: string, among: readonly Rule[]): SectionKind | null {
  let best: { kind: SectionKind; index: number; length: number } | null = null;
  for (const { kind, pattern } of among) {
    const match = pattern.exec(words);
    if (!match || words.slice(1, match.index).split(" ").length - 1 > WORDS_BEFORE) continue;
    const { index, 0: found } = match;
    if (best && (index > best.index || (index === best.index && found.length <= best.length))) continue;
    best = { kind, index, length: found.length };
  }
  return best?.kind ?? null;
}

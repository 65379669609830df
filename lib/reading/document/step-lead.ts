/** What a heading or a bold line says before its own words: "Step 3: Restart" → 3, "Restart". */
export type StepLead = {
  ordinal: number;
  /** The words after the number; "Step 3" where there are none. */
  text: string;
  /** It says "Step"; a bare number may also count sections. */
  isNamed: boolean;
};

const NAMED = /^(?:optional[\s:–—-]+)?step\s+#?(\d{1,3}(?:\.\d{1,3})*)[a-z]?\b\s*[:.)–—-]*\s*(.*)$/i;
const NUMBERED = /^(?:(\d{1,3}(?:\.\d{1,3})*)[.):]|(\d{1,3}(?:\.\d{1,3})+))\s+(\S.*)$/;

/** Reads "Step N", "Step N: …" and "N. …"; null for other words. Of "2.3" the last number counts. */
export function readStepLead(words: string): StepLead | null {
  const named = NAMED.exec(words.trim());
  if (named?.[1]) return lead(named[1], named[2] ?? "", true);
  const numbered = NUMBERED.exec(words.trim());
  const number = numbered?.[1] ?? numbered?.[2];
  return number === undefined ? null : lead(number, numbered?.[3] ?? "", false);
}

function lead(number: string, text: string, isNamed: boolean): StepLead {
  return { ordinal: Number(number.split(".").at(-1)), text: text.trim() || `Step ${number}`, isNamed };
}

const VERBS = wordsOf(
  `abort acknowledge acquire activate add adjust analyse analyze annotate announce apply approve archive assess
  assign attach authenticate back block bring call cancel capture check choose clean clear click clone close
  collect commit compare complete confirm connect consider contain copy cordon correlate create declare
  decommission decrease define delete deploy describe destroy detach determine diagnose disable disconnect
  discard do document download drain edit eject enable ensure enter escalate establish evacuate evaluate evict
  examine execute exit expand expire export extend fail fetch find finish fix flush follow force freeze gather
  generate get give go grant halt identify import increase inform init initialise initialize inspect install
  investigate invoke isolate join keep kill launch locate login look lower make mark measure merge mitigate
  modify monitor mount move notify obtain open patch pause perform pick ping prepare prevent promote provision
  prune publish pull purge push raise read reassign rebalance reboot rebuild reconcile record recover recreate
  redeploy redirect reduce register reindex reload remediate remove rename renew repair repeat replace replay
  reprovision request reroute reschedule reset resize resolve restart restore resume resync retrieve retry
  return revert review revoke roll rollback rotate run save scale select send set setup shut sign silence skip
  ssh start stop submit suspend switch sync tail take tell terminate throttle toggle try tune turn uncordon undo
  uninstall unlock unmount update upgrade upload use validate verify visit wait warm watch wipe write`,
);
/** Verbs that begin names as well ("Contact list", "Test results"): told by what follows. */
const NOUNS_TOO = wordsOf(
  `alert backup boot build change contact file issue list load lock log page pin plan point post query reach
  release report schedule search shift snapshot tag test trace track trigger view`,
);
const DETERMINER = /^(?:a|an|the|all|any|each|every|if|whether|that|this|these|your|our|for|on|in|to|out)$/;

/** Whether words tell somebody to do something: two at least, and the first is a verb ("Check the pods"). */
export function isInstruction(words: string): boolean {
  const [first = "", second] = words.toLowerCase().split(/\s+/);
  if (second === undefined) return false;
  return VERBS.has(first) || (NOUNS_TOO.has(first) && DETERMINER.test(second));
}

/** Whether the first word is a verb that tells somebody to do something; a word that may be a noun counts as one. */
export function beginsWithVerb(words: string): boolean {
  return VERBS.has(/^\p{L}+/u.exec(words.toLowerCase())?.[0] ?? "");
}

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}

import { change, danger, disruption, READ, type RiskFinding, worstOf } from "./finding";
import { shorten } from "./target";

const CMDLET = /^([A-Z][a-z]+)-([A-Z]\w+)$/i;
const READ_VERBS =
  /^(?:Get|Show|Find|Search|Test|Measure|Select|Where|Sort|Group|Format|Compare|ConvertTo|ConvertFrom|Out|Read|Resolve|Trace|Watch|Wait|Enter|Exit|Import|Join|Split|Use|Connect|Disconnect|ForEach|Write|Debug|Export|Confirm|Assert)$/i;
const DANGER_VERBS =
  /^(?:Remove|Stop|Clear|Uninstall|Unregister|Dismount|Reset|Format|Kill|Revoke|Initialize|Purge|Delete|Drop)$/i;
const DISRUPTIVE_VERBS = /^(?:Restart|Disable|Suspend|Undo|Lock|Block|Deny|Switch|Move)$/i;
/** Cmdlets whose verb says less, or more, than they do. */
const OWN: Readonly<Record<string, "read" | "change" | "danger" | "disruption">> = {
  "restart-computer": "danger",
  "format-volume": "danger",
  "format-list": "read",
  "format-table": "read",
  "format-wide": "read",
  "clear-host": "read",
  "clear-variable": "read",
  "move-item": "change",
  "move-aduser": "change",
  "disable-adaccount": "disruption",
  "set-content": "change",
  "import-csv": "read",
  "out-file": "change",
  "write-host": "read",
  "stop-transcript": "read",
  "invoke-sqlcmd": "change",
};

/** The text is PowerShell: one of its commands is a cmdlet. */
export function isPowerShell(text: string): boolean {
  return commands(text).some(([first = ""]) => CMDLET.test(first));
}

/** Commands of other programs inside PowerShell text, one a line. */
export function findOtherCommands(text: string): string[] {
  return commands(text)
    .filter(([first = ""]) => !CMDLET.test(first))
    .map((words) => words.join(" "));
}

/** What PowerShell does, by the verbs of its cmdlets; `-WhatIf` only says what would be done. */
export function findPowerShellRisk(text: string): RiskFinding {
  return worstOf(commands(text).map(cmdletRisk));
}

function cmdletRisk(words: readonly string[]): RiskFinding {
  const [first = "", ...rest] = words;
  const [, verb = ""] = CMDLET.exec(first) ?? [];
  if (verb === "" || rest.some((word) => /^-WhatIf(?::\$true)?$/i.test(word))) return READ;
  const named = rest.findIndex((word) =>
    /^-(?:Name|Identity|Path|LiteralPath|Id|ComputerName|Cluster|VMName|ServiceName|DisplayName)$/i.test(
      word,
    ),
  );
  const value = named >= 0 ? rest[named + 1] : rest.find((word) => !word.startsWith("-"));
  const target = shorten([value ?? ""]);
  const own = OWN[first.toLowerCase()];
  if (own === "danger" || (own === undefined && DANGER_VERBS.test(verb)))
    return danger("Deletes or stops something", target);
  if (own === "disruption" || (own === undefined && DISRUPTIVE_VERBS.test(verb))) {
    const isForced = rest.some((word) => /^-Force(?::\$true)?$/i.test(word));
    return isForced
      ? danger("Restarts or disables something, whatever depends on it", target)
      : disruption("Restarts or disables something", target);
  }
  if (own === "read" || (own === undefined && READ_VERBS.test(verb))) return READ;
  return change("Changes something", target);
}

/** Commands between `|`, `;` and line ends, as words; quotes keep words together, a trailing back-tick goes on. */
function commands(text: string): string[][] {
  return text
    .replace(/`\r?\n/g, " ")
    .replace(/(?:^|\s)#.*$/gm, " ")
    .split(/[\n;|{}]|\$\(|(?:^|\s)=(?:\s|$)/)
    .map((part) => part.match(/"[^"]*"|'[^']*'|[^\s()]+/g) ?? [])
    .filter((words) => words.length > 0);
}

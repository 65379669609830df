import type { CopyUnit, Risk } from "../document";

const names: Record<Risk, string> = { read: "Reads only", change: "Changes state", danger: "Danger" };

/** "Danger", "Disruptive", "Changes state", "Reads only". */
export function riskName({ risk, isDisruptive }: Pick<CopyUnit, "risk" | "isDisruptive">): string {
  return isDisruptive && risk !== "danger" ? "Disruptive" : names[risk];
}

/** What a unit does and to what, with the placeholders of the target as written; just the level when nothing is known. */
export function riskSentence(
  unit: Pick<CopyUnit, "risk" | "isDisruptive" | "riskReason" | "riskTarget">,
): string {
  const what = [unit.riskReason, unit.riskTarget].filter(Boolean).join(" · ");
  return what === "" ? riskName(unit) : `${riskName(unit)}: ${what}`;
}

/** What several statements do, taken together: each of them says the rest for itself. */
export function riskSummary(
  block: Pick<CopyUnit, "risk" | "isDisruptive">,
  statements: readonly Pick<CopyUnit, "risk" | "isDisruptive">[],
): string {
  const name = riskName(block);
  const same = statements.filter((statement) => riskName(statement) === name).length;
  return same === statements.length ? name : `${name}: ${same} of ${statements.length} commands`;
}

/** The target with the values in the place of its placeholders, for reading only: nothing is quoted. */
export function targetWithValues(unit: CopyUnit, values: Readonly<Record<string, string>>): string | null {
  let words = unit.riskTarget;
  if (words === null) return null;
  for (const { token, variable } of unit.holes) {
    const value = Object.hasOwn(values, variable) ? values[variable] : "";
    if (value) words = words.replaceAll(token, () => value);
  }
  return words;
}

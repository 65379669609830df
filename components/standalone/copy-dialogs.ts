import type { Values, ValuesStore } from "@/components/runbook/values-store";
import type { LiveUnit } from "@/lib/domain/commands/copy-units";
import { fillCommand } from "@/lib/domain/commands/fill-command";
import { isWithheld, settleDoubts } from "@/lib/domain/commands/hidden-characters";
import { riskName, targetWithValues } from "@/lib/domain/commands/risk-words";
import type { Variable } from "@/lib/domain/document";
import { element } from "./element";
import { openDialog } from "./open-dialog";
import { valueField } from "./value-field";

type Question = {
  unit: LiveUnit;
  /** Variables that were open when the question came up. */
  asked: readonly Variable[];
  store: ValuesStore;
  secretKeys: ReadonlySet<string>;
  onCopy: (text: string) => void;
};

const dots = "•".repeat(8);

/** Asks before a command that is dangerous, still has open values, or is not what it looks like is copied. */
export function askToCopy({ unit, asked, store, secretKeys, onCopy }: Question): void {
  const settled = isWithheld(unit) ? settleDoubts(unit) : null;
  const isDanger = unit.risk === "danger";
  const targets = element("dl", { className: "copy-ask-targets" });
  const text = element("code");
  const problem = element("p", { className: "field-error", role: "alert" });
  const acts = element("div", { className: "dialog-acts" });

  const dialog = openDialog({
    title: titleOf(unit, settled !== null),
    text: textOf(unit, settled !== null),
    isAlert: unit.isGuarded,
    children: [
      ...(unit.isGuarded ? [targets] : []),
      ...(asked.length > 0
        ? [
            element(
              "div",
              { className: "copy-ask-fields" },
              asked.map((variable) => valueField(variable, store)),
            ),
          ]
        : []),
      ...(settled ? [element("p", {}, ["As it looks:"])] : []),
      element("pre", { className: "copy-ask-text", "data-risk": unit.risk, tabIndex: 0 }, [text]),
      ...(settled ? [element("p", {}, [doubtsOf(unit)])] : []),
      problem,
      acts,
    ],
    onClose: () => unsubscribe(),
  });

  const take = (chosen: LiveUnit) => {
    const filled = fillCommand(chosen, store.get());
    // The dialog goes first: while it is open, nothing behind it can be selected to be copied.
    dialog.close();
    onCopy(filled.text);
  };
  const button = (words: string, look: string, act: () => void) => {
    const made = element("button", { type: "button", className: look }, [words]);
    made.addEventListener("click", act);
    return made;
  };
  const strong = isDanger ? "btn btn-danger" : "btn btn-strong";
  const copyWords = asked.length > 0 ? "Fill and copy" : settled ? "Copy as it looks" : "Copy this command";
  const cancel = button("Cancel", "btn btn-ghost", () => dialog.close());
  const anyway = button("Copy anyway", "btn", () => take(unit));
  const asWritten = button("Copy as written", "btn", () => take(unit));
  const copy = button(copyWords, strong, () => {
    if (copy.getAttribute("aria-disabled") !== "true") take(settled ?? unit);
  });
  acts.append(cancel, anyway, asWritten, copy);
  dialog.addEventListener("keydown", ({ key, target }) => {
    if (key === "Enter" && target instanceof HTMLInputElement) copy.click();
  });

  const refresh = () => {
    const values = store.get();
    const filled = fillCommand(unit, values);
    const shown = masked(values, secretKeys);
    const isWhole = filled.open.length === 0 && filled.refused.length === 0;
    text.textContent = fillCommand(settled ?? unit, shown).text;
    const reasons = filled.refused.map(({ variable, reason }) => `${variable}: ${reason}`).join(" ");
    if (problem.textContent !== reasons) problem.textContent = reasons;
    anyway.hidden = filled.open.length === 0 || filled.refused.length > 0;
    asWritten.hidden = settled === null || !isWhole;
    copy.setAttribute("aria-disabled", String(!isWhole));
    targets.replaceChildren(...targetRows(unit, shown));
  };
  const unsubscribe = store.subscribe(refresh);
  refresh();
}

/** The browser gave no clipboard: the text stands selected, to be copied by hand. */
export function copyByHand(text: string, onCopied: () => void): void {
  const field = element("textarea", {
    className: "copy-hand",
    readOnly: true,
    value: text,
    rows: Math.min(text.split("\n").length + 1, 12),
    "aria-label": "Command to copy",
  });
  field.addEventListener("focus", () => field.select());
  field.addEventListener("copy", () => {
    // "Copied" is said only when it is true: the event comes for a part of the text too.
    if (field.selectionStart === 0 && field.selectionEnd === field.value.length) onCopied();
  });
  const close = element("button", { type: "button", className: "btn" }, ["Close"]);
  const dialog = openDialog({
    title: "Not copied: this browser gives no clipboard",
    text: "The command is selected. Copy it with Ctrl C (or Cmd C), or touch and hold it.",
    isAlert: false,
    children: [field, element("div", { className: "dialog-acts" }, [close])],
    onClose: () => {},
  });
  close.addEventListener("click", () => dialog.close());
  field.focus();
}

function titleOf(unit: LiveUnit, isDoubtful: boolean): string {
  if (!unit.isGuarded) {
    return isDoubtful ? "This command is not what it looks like" : "This command still needs values";
  }
  if (unit.riskReason) return `${riskName(unit)}: ${unit.riskReason}`;
  return unit.risk === "danger"
    ? "This command destroys something"
    : "This copies everything, also what is meant to be chosen from";
}

function textOf(unit: LiveUnit, isDoubtful: boolean): string {
  if (unit.isGuarded) return "Read it as it will be copied, with its target, before you paste it.";
  return isDoubtful
    ? "Choose the text that is meant, and have the runbook mended."
    : "What is open would be copied as it stands and may do something else than you mean.";
}

function doubtsOf(unit: LiveUnit): string {
  const names = unit.hidden.filter(({ replacement }) => replacement === null).map(({ name }) => name);
  return `As written it holds ${[...new Set(names)].join(", ")}, which a terminal would take at its word.`;
}

/** What the command is aimed at, in words and with the values. */
function targetRows(unit: LiveUnit, values: Values): HTMLElement[] {
  const target = targetWithValues(unit, values);
  const keys = [...new Set(unit.holes.map(({ variable }) => variable))];
  const rows: [string, string | null | undefined][] = [
    ["target", target],
    ...keys.map((key): [string, string | undefined] => [key, values[key]]),
  ];
  return rows.flatMap(([name, value]) =>
    value ? [element("div", {}, [element("dt", {}, [name]), element("dd", {}, [value])])] : [],
  );
}

function masked(values: Values, secretKeys: ReadonlySet<string>): Values {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, value !== "" && secretKeys.has(key) ? dots : value]),
  );
}

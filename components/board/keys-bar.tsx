"use client";

import { Kbd } from "@/components/ui/kbd";

const keys: [string[], string][] = [
  [["j", "k"], "step"],
  [["x"], "done"],
  [["i"], "I’m on it"],
  [["s"], "skip"],
  [["d"], "put off"],
  [["f"], "failed"],
  [["u"], "undo"],
  [["c"], "copy"],
  [["o"], "output"],
  [["n"], "note"],
  [["v"], "values"],
];

/** What who may only look can do. */
const readKeys: ReadonlySet<string> = new Set(["step", "copy", "values"]);

type KeysBarProps = {
  isOn: boolean;
  canAct: boolean;
  onChange: (isOn: boolean) => void;
};

/** The single keys, where there is a keyboard, and their switch. */
export function KeysBar({ isOn, canAct, onChange }: KeysBarProps) {
  const shown = canAct ? keys : keys.filter(([, what]) => readKeys.has(what));
  return (
    <footer className="keys no-print">
      {isOn
        ? shown.map(([names, what]) => (
            <span key={what}>
              {names.map((name) => (
                <Kbd key={name}>{name}</Kbd>
              ))}{" "}
              {what}
            </span>
          ))
        : null}
      <button type="button" role="switch" aria-checked={isOn} onClick={() => onChange(!isOn)}>
        Single keys {isOn ? "on" : "off"}
      </button>
    </footer>
  );
}

"use client";

import { useSingleKeys } from "@/components/ui/single-keys";

/** Switches single-key shortcuts off for people whose voice or hands press them by chance (WCAG 2.1.4). */
export function KeysChoice() {
  const [isOn, setIsOn] = useSingleKeys();
  return (
    <label className="keys-choice needs-js">
      <input type="checkbox" checked={isOn} onChange={(event) => setIsOn(event.currentTarget.checked)} />
      Single-key shortcuts
    </label>
  );
}

"use client";

import { ChevronDown, type LucideIcon } from "lucide-react";
import { buttonClass } from "@/components/ui/button";
import { closePopovers } from "./close-popovers";

export type MenuAct = { label: string; Icon: LucideIcon; onChoose: () => void };

type ActMenuProps = {
  id: string;
  label: string /** For who cannot see where it stands. */;
  name?: string;
  acts: readonly MenuAct[];
};

/** A button with a list of acts under it: a native popover, which Escape and a press beside it close. */
export function ActMenu({ id, label, name, acts }: ActMenuProps) {
  if (acts.length === 0) return null;
  return (
    <span className="act-menu needs-js">
      <button type="button" className={buttonClass({ size: "small" })} popoverTarget={id} aria-label={name}>
        {label}
        <ChevronDown aria-hidden />
      </button>
      <div popover="auto" id={id} className="act-list">
        <ul>
          {acts.map(({ label: words, Icon, onChoose }) => (
            <li key={words}>
              <button
                type="button"
                onClick={() => {
                  closePopovers();
                  onChoose();
                }}
              >
                <Icon size={15} aria-hidden />
                {words}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </span>
  );
}

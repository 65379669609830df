"use client";

import { Ellipsis } from "lucide-react";
import * as Menu from "radix-ui/dropdown-menu";
import { useRef, useState } from "react";
import { Kbd } from "@/components/ui/kbd";
import { actKeys, actWords, type StepAct } from "./step-offers";

type StepMenuProps = {
  /** The words of the step, for who hears the page. */
  about: string;
  acts: readonly StepAct[];
  onAct: (act: StepAct) => void;
  className: string;
};

/**
 * The acts of a step that are seldom needed. A page has hundreds of steps, so the menu itself is made when it is
 * first asked for.
 */
export function StepMenu({ about, acts, onAct, className }: StepMenuProps) {
  /** The menu stands in the page's main part, once it is made. */
  const [host, setHost] = useState<Element | null>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const chosen = useRef<StepAct | null>(null);
  const label = `More for ${about}`;
  if (acts.length === 0) return null;
  if (!host) {
    return (
      <button
        type="button"
        className={className}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={false}
        onClick={({ currentTarget }) => setHost(hostOf(currentTarget))}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          setHost(hostOf(event.currentTarget));
        }}
      >
        <Ellipsis size={16} aria-hidden />
      </button>
    );
  }
  /** Once the menu is gone and the focus is back: a dialog that opens then gives it back to the same place. */
  const act = () => {
    const name = chosen.current;
    if (!name) return;
    chosen.current = null;
    trigger.current?.focus();
    onAct(name);
  };
  return (
    <Menu.Root defaultOpen modal={false}>
      <Menu.Trigger ref={trigger} className={className} aria-label={label}>
        <Ellipsis size={16} aria-hidden />
      </Menu.Trigger>
      <Menu.Portal container={host}>
        <Menu.Content
          className="step-menu"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={act}
        >
          {acts.map((name) => (
            <Menu.Item
              key={name}
              aria-keyshortcuts={actKeys[name]}
              onSelect={() => {
                chosen.current = name;
              }}
            >
              {actWords[name]}
              {actKeys[name] ? <Kbd>{actKeys[name]}</Kbd> : null}
            </Menu.Item>
          ))}
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  );
}

function hostOf(element: Element): Element {
  return element.closest("main") ?? document.body;
}

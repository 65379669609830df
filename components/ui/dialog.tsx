"use client";

import { X } from "lucide-react";
import * as Radix from "radix-ui/dialog";
import { type ReactNode, useState } from "react";

type DialogProps = {
  title: ReactNode;
  /** One or two sentences under the title. */
  text?: ReactNode;
  onClose: () => void;
  children: ReactNode;
  /** An alert dialog is read out at once and is for things that cannot be taken back. */
  role?: "dialog" | "alertdialog";
  /** Something was typed: only the cross and a button of the dialog close it, no stray press. */
  holdsText?: boolean;
};

/**
 * A dialog that is open for as long as it is rendered. Escape, the backdrop and the cross close it; the focus stays
 * inside and goes back to where it was. The backdrop is our own: Radix's overlay writes a style element, which the
 * content security policy forbids. controls.css locks the page behind it.
 */
export function Dialog({ title, text, onClose, children, role = "dialog", holdsText = false }: DialogProps) {
  // Without a trigger of its own Radix gives the focus to nobody.
  const [opener] = useState(() => (typeof document === "undefined" ? null : document.activeElement));
  const giveBack = () => {
    // Whoever closed it may have led the focus elsewhere.
    if (document.activeElement !== document.body) return;
    if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
  };
  const keepText = (event: Event) => holdsText && event.preventDefault();
  return (
    <Radix.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Radix.Portal>
        <div className="dialog-back" />
        <Radix.Content
          className="dialog"
          role={role}
          onCloseAutoFocus={giveBack}
          onPointerDownOutside={keepText}
          onEscapeKeyDown={keepText}
          {...(text ? {} : { "aria-describedby": undefined })}
        >
          <Radix.Title className="dialog-title">{title}</Radix.Title>
          {text ? <Radix.Description className="dialog-text">{text}</Radix.Description> : null}
          {children}
          <Radix.Close className="dialog-close" aria-label="Close">
            <X size={18} aria-hidden />
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

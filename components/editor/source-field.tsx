"use client";

import { type RefObject, useEffect, useId, useRef, useState } from "react";
import { plainHandle, type SourceHandle } from "./source-handle";

type SourceFieldProps = {
  initial: string;
  label: string;
  handle: RefObject<SourceHandle | null>;
  onChange: (text: string) => void;
  /** Called when the plain field is there (after hydration) and again when the editor has taken over. */
  onReady: () => void;
};

/**
 * The text. A plain field that the server has filled, so that it can be read without any script; the editor takes its
 * place when it has loaded, and with it what was typed and where the caret was.
 */
export function SourceField({ initial, label, handle, onChange, onReady }: SourceFieldProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [isRich, setIsRich] = useState(false);
  const hintId = useId();
  // The effect must run once: a new editor would forget what can be undone.
  const latest = useRef({ onChange, onReady });
  useEffect(() => {
    latest.current = { onChange, onReady };
  });

  useEffect(() => {
    const field = area.current;
    const parent = frame.current;
    if (!field || !parent) return;
    const change = (text: string) => latest.current.onChange(text);
    let isGone = false;
    let editor: { destroy: () => void } | null = null;
    handle.current = plainHandle(field, change);
    latest.current.onReady();
    import("./code-mirror").then(
      ({ createCodeMirror }) => {
        if (isGone) return;
        const hadFocus = document.activeElement === field;
        const made = createCodeMirror({
          parent,
          text: field.value,
          selection: { anchor: field.selectionStart, head: field.selectionEnd },
          label,
          describedBy: hintId,
          nonce: pageNonce(),
          onChange: change,
        });
        editor = made;
        handle.current = made;
        setIsRich(true);
        if (hadFocus) made.focus();
        latest.current.onReady();
      },
      // The chunk is gone (a deploy, a bad network): the plain field does all that is needed.
      () => {},
    );
    return () => {
      isGone = true;
      // What comes after (React mounts twice in development) must find the text that was there.
      if (editor) field.value = handle.current?.read() ?? field.value;
      editor?.destroy();
      setIsRich(false);
    };
  }, [handle, label, hintId]);

  return (
    <div className="source-field">
      <textarea
        ref={area}
        className="source-plain"
        defaultValue={initial}
        aria-label={label}
        aria-describedby={hintId}
        // Firefox puts the text of before a reload back, which is not for it to decide here.
        autoComplete="off"
        hidden={isRich}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div ref={frame} className="source-rich" hidden={!isRich} />
      <p id={hintId} className="sr-only">
        Tab indents the text. To leave the field with the keyboard, press Escape and then Tab.
      </p>
    </div>
  );
}

/**
 * The nonce of the document as it was loaded. One that the server sends with a later page is not it: a page reached by
 * a link inside the portal still lives under the policy of the first.
 */
function pageNonce(): string | null {
  return document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce || null;
}

"use client";

import { Search } from "lucide-react";
import { useEffect, useRef } from "react";
import { singleKeysAreOn } from "@/components/ui/single-keys";

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null
  );
}

/** A plain form, so that it searches without any script. `/` and Ctrl K bring the focus here. */
export function SearchBox() {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isSlash =
        event.key === "/" &&
        !event.ctrlKey &&
        !event.metaKey &&
        !event.altKey &&
        !isTyping(event.target) &&
        singleKeysAreOn();
      const isCtrlK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      // A dialog or the editor keeps its own keys.
      if (
        (!isSlash && !isCtrlK) ||
        event.defaultPrevented ||
        document.querySelector("[role=dialog], [role=alertdialog]")
      )
        return;
      event.preventDefault();
      // The home page has a bigger one, and hides this.
      const home = document.querySelector<HTMLInputElement>(".home-search input");
      const search = home ?? field.current;
      search?.focus();
      search?.select();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  return (
    <search className="search">
      <form action="/runbooks">
        <Search size={15} aria-hidden />
        <input
          ref={field}
          type="search"
          name="q"
          placeholder="Search, or paste an error"
          aria-label="Search runbooks"
          aria-keyshortcuts="/ Control+K"
          autoComplete="off"
          spellCheck={false}
        />
        <kbd className="kbd" aria-hidden>
          /
        </kbd>
      </form>
    </search>
  );
}

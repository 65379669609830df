"use client";

import { useEffect } from "react";
import type { Desk } from "./use-desk";

const path = /^\/runbooks\/([^/?#]+)(?:[?#]|$)/;

/** A plain press on a reference of the text to another runbook asks whether to open it here. All other presses are the browser's. */
export function useReferences({ ask, canAct }: Pick<Desk, "ask" | "canAct">): void {
  useEffect(() => {
    if (!canAct) return;
    const press = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0) return;
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const link =
        event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(".doc a[href]") : null;
      const href = link?.getAttribute("href") ?? "";
      const slug = path.exec(href)?.[1];
      if (!link || slug === undefined) return;
      event.preventDefault();
      link.focus();
      ask({
        kind: "reference",
        slug: decodeURIComponent(slug),
        title: link.textContent?.trim() || decodeURIComponent(slug),
        href,
      });
    };
    document.addEventListener("click", press);
    return () => document.removeEventListener("click", press);
  }, [ask, canAct]);
}

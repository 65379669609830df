"use client";

import { useEffect } from "react";

/**
 * Marks in the contents list where one reads: the last heading above the upper third of the window. Works on the
 * list's links as the server wrote them, so that the list itself needs no hydration.
 */
export function ScrollSpy({ navId }: { navId: string }) {
  useEffect(() => {
    const nav = document.getElementById(navId);
    if (!nav) return;
    const places = [...nav.querySelectorAll<HTMLAnchorElement>("a[href^='#']")].flatMap((link) => {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      return heading ? [{ link, heading }] : [];
    });
    let current: HTMLAnchorElement | null = null;

    const mark = () => {
      const line = window.innerHeight / 3;
      const isAtEnd = window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 2;
      const above = places.filter(({ heading }) => heading.getBoundingClientRect().top <= line);
      const link = (isAtEnd && window.scrollY > 0 ? places.at(-1) : above.at(-1))?.link ?? null;
      if (link === current) return;
      for (const item of nav.querySelectorAll("[data-here]")) item.removeAttribute("data-here");
      current?.removeAttribute("aria-current");
      link?.setAttribute("aria-current", "location");
      for (let item = link?.closest("li"); item; item = item.parentElement?.closest("li")) {
        item.setAttribute("data-here", "");
      }
      current = link;
      if (link) keepInSight(nav, link);
    };

    // Fires whenever a heading crosses the line, and once at the start.
    const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px" });
    for (const { heading } of places) observer.observe(heading);
    const listen = () => mark();
    document.addEventListener("scrollend", listen);
    return () => {
      observer.disconnect();
      document.removeEventListener("scrollend", listen);
    };
  }, [navId]);
  return null;
}

/** Scrolls the list alone, never the page. */
function keepInSight(nav: HTMLElement, link: HTMLElement): void {
  const frame = nav.getBoundingClientRect();
  const box = link.getBoundingClientRect();
  // What stays in sight at its left edge lies over the links.
  const left = frame.left + (nav.querySelector<HTMLElement>("[data-held]")?.offsetWidth ?? 0);
  if (box.left < left || box.right > frame.right) nav.scrollLeft += box.left - left - 16;
  if (box.top < frame.top || box.bottom > frame.bottom)
    nav.scrollTop += box.top - frame.top - frame.height / 3;
}

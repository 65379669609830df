"use client";

import { Search } from "lucide-react";
import { useEffect, useRef } from "react";

/** The big search of the home page; the focus is in it. A plain form: it works without a script. */
export function SearchForm() {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  return (
    <search aria-label="Runbooks">
      <form action="/runbooks" className="home-search">
        <Search size={19} aria-hidden />
        <input
          ref={field}
          type="search"
          name="q"
          placeholder="Search, or paste an error"
          aria-label="Search by title, alert, heading or command"
          autoComplete="off"
          spellCheck={false}
        />
      </form>
    </search>
  );
}

import { Search } from "lucide-react";

/** The big search of the home page; the focus is in it. A plain form: it works without a script. */
export function SearchForm() {
  return (
    <form action="/runbooks" role="search" aria-label="Runbooks" className="home-search">
      <Search size={19} aria-hidden />
      <input
        type="search"
        name="q"
        placeholder="Search, or paste an error"
        aria-label="Search by title, alert, heading or command"
        autoComplete="off"
        spellCheck={false}
        autoFocus
      />
    </form>
  );
}

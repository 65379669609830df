import { OutboxIndicator } from "@/components/outbox/outbox-indicator";
import { Brand } from "./brand";
import { NavLinks } from "./nav-links";
import { SearchBox } from "./search-box";
import type { Theme } from "./theme";
import { type ShellUser, UserMenu } from "./user-menu";

/** The first thing that Tab reaches. Every page has `<main id="main">`. */
export function SkipLink() {
  return (
    <a href="#main" className="skip-link">
      Skip to the content
    </a>
  );
}

/** The head of every page behind the sign-in. Without a user only the mark is there. */
export function Header({ user, theme }: { user: ShellUser | null; theme: Theme }) {
  return (
    <header className="top">
      <Brand />
      {user ? (
        <>
          <nav aria-label="Main" className="top-nav">
            <NavLinks className="top-links" />
          </nav>
          <SearchBox />
          {user.isVisitor ? null : <OutboxIndicator personId={user.id} />}
          <UserMenu user={user} theme={theme} />
        </>
      ) : null}
    </header>
  );
}

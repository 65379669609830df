import { Menu, Settings } from "lucide-react";
import Link from "next/link";
import { KeptLine } from "@/components/offline/kept-line";
import { Avatar, initialsOf } from "@/components/ui/avatar";
import { CloseMenu } from "./close-menu";
import { KeysChoice } from "./keys-choice";
import { NavLinks } from "./nav-links";
import { SignOut } from "./sign-out";
import type { Theme } from "./theme";
import { ThemeChoice } from "./theme-choice";

export type ShellUser = {
  id: string;
  name: string;
  role: string;
  /** Came by a break-glass link: has no account to set up or to sign out of. */
  isVisitor: boolean;
};

/**
 * Account, theme and, on a phone, the rooms. A native popover: opens without a script, closes on Escape and on a
 * press outside.
 */
export function UserMenu({ user, theme }: { user: ShellUser; theme: Theme }) {
  return (
    <>
      <button
        type="button"
        className="menu-button"
        popoverTarget="user-menu"
        aria-label={`${initialsOf(user.name)}, menu of ${user.name}`}
      >
        <Avatar id={user.id} name={user.name} isDecorative />
        <Menu className="menu-bars" size={20} aria-hidden />
      </button>
      <div popover="auto" id="user-menu" className="menu">
        <CloseMenu menuId="user-menu" />
        <p className="menu-who">
          <strong>{user.name}</strong>
          <span>{user.role}</span>
        </p>
        <nav aria-label="Rooms" className="menu-rooms">
          <NavLinks className="menu-list" />
        </nav>
        <ThemeChoice theme={theme} />
        <KeysChoice />
        {user.isVisitor ? null : (
          <>
            <KeptLine />
            <ul className="menu-list">
              <li>
                <Link href="/settings">
                  <Settings size={15} aria-hidden />
                  Settings
                </Link>
              </li>
              <li>
                <SignOut personId={user.id} />
              </li>
            </ul>
          </>
        )}
      </div>
    </>
  );
}

"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

const places = [
  { href: "/incidents", label: "Incidents" },
  { href: "/runbooks", label: "Runbooks" },
  { href: "/squads", label: "Squads" },
] as const;

/** The three rooms of the portal; the one that we are in is marked. */
export function NavLinks({ className }: { className: string }) {
  const path = usePathname();
  return (
    <ul className={className}>
      {places.map(({ href, label }) => (
        <li key={href}>
          <Link
            href={href}
            aria-current={path === href ? "page" : path.startsWith(`${href}/`) ? "true" : undefined}
          >
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}

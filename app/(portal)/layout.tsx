import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { Header, SkipLink } from "@/components/shell/header";
import { asTheme } from "@/components/shell/theme";
import { requireActor } from "@/lib/access/actor";

/** Everything behind the sign-in. The pages ask for the actor again: a layout guards nothing by itself. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const [actor, jar] = await Promise.all([requireActor(), cookies()]);
  return (
    <>
      <SkipLink />
      <Header
        user={{ id: actor.id, name: actor.name, role: actor.role }}
        theme={asTheme(jar.get("theme")?.value)}
      />
      {children}
    </>
  );
}

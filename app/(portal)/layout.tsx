import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { leaveAction } from "@/app/break-glass/actions";
import { CopyKeeper } from "@/components/offline/copy-keeper";
import { BreakGlassBar } from "@/components/shell/break-glass-bar";
import { Header, SkipLink } from "@/components/shell/header";
import { asTheme } from "@/components/shell/theme";
import { requireActor } from "@/lib/access/actor";
import { can } from "@/lib/access/policy";
import { getBuildId } from "@/lib/features/offline/get-service-worker";

/** Everything behind the sign-in. The pages ask for the actor again: a layout guards nothing by itself. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const [actor, jar, build] = await Promise.all([requireActor(), cookies(), getBuildId()]);
  return (
    <>
      <SkipLink />
      <Header
        user={{
          id: actor.id,
          name: actor.name,
          role: actor.role,
          isVisitor: actor.breakGlassUntil !== undefined,
        }}
        theme={asTheme(jar.get("theme")?.value)}
      />
      {actor.breakGlassUntil ? <BreakGlassBar until={actor.breakGlassUntil} leave={leaveAction} /> : null}
      {children}
      {build && can(actor, "copy.keep") ? <CopyKeeper build={build} personId={actor.id} /> : null}
    </>
  );
}

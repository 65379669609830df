import { CloudOff } from "lucide-react";
import type { ReactNode } from "react";
import { Time } from "@/components/ui/time";

/** The database is away; what is shown is a copy. `children` say what that means on this page. */
export function StaleNotice({ asOf, children }: { asOf: string; children?: ReactNode }) {
  return (
    <p className="notice notice-warn stale" role="status">
      <CloudOff aria-hidden />
      <span>
        The database cannot be reached. This is the copy of <Time iso={asOf} show="absolute" />;{" "}
        {children ?? "reading and copying go on, editing waits."}
      </span>
    </p>
  );
}

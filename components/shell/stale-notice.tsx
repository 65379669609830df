import { CloudOff } from "lucide-react";
import { Time } from "@/components/ui/time";

/** The database is away; what is shown is the process's own copy. */
export function StaleNotice({ asOf }: { asOf: string }) {
  return (
    <p className="notice notice-warn stale" role="status">
      <CloudOff aria-hidden />
      <span>
        The database cannot be reached. This is the copy of <Time iso={asOf} show="absolute" />; reading and
        copying go on, nothing can be saved.
      </span>
    </p>
  );
}

import { KeyRound } from "lucide-react";
import { Button, ButtonLink } from "@/components/ui/button";
import { formatAbsolute } from "@/components/ui/time";

/** Tells a visitor without an account how long the reading goes on, and offers the two ways out. */
export function BreakGlassBar({ until, leave }: { until: string; leave: () => Promise<void> }) {
  return (
    <aside className="break-glass no-print" aria-label="Break-glass">
      <p>
        <KeyRound size={16} aria-hidden />
        <span>
          <strong>Break-glass:</strong> reading until{" "}
          <time dateTime={until}>{endWords(until, new Date())}</time>
        </span>
      </p>
      <ButtonLink href="/sign-in" size="small">
        Sign in
      </ButtonLink>
      <form action={leave}>
        <Button type="submit" size="small" variant="ghost">
          Stop reading
        </Button>
      </form>
    </aside>
  );
}

/** "14:05 UTC" for an end today, with the day for a later one. */
function endWords(until: string, now: Date): string {
  return until.slice(0, 10) === now.toISOString().slice(0, 10)
    ? `${until.slice(11, 16)} UTC`
    : formatAbsolute(until);
}

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 365 * 86_400],
  ["month", 30 * 86_400],
  ["week", 7 * 86_400],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const absolute = new Intl.DateTimeFormat("en-GB", {
  dateStyle: "medium",
  timeStyle: "short",
  timeZone: "UTC",
});

/** "3 days ago", "in 2 hours", "just now" (under a minute). */
export function formatRelative(iso: string, now: Date): string {
  const seconds = (new Date(iso).getTime() - now.getTime()) / 1000;
  for (const [unit, length] of units) {
    if (Math.abs(seconds) >= length) return relative.format(Math.trunc(seconds / length), unit);
  }
  return "just now";
}

/** "22 Nov 2025, 05:43 UTC": people of one incident sit in several time zones. */
export function formatAbsolute(iso: string): string {
  return `${absolute.format(new Date(iso))} UTC`;
}

type TimeProps = { iso: string; show?: "relative" | "absolute" | "both"; now?: Date };

/** A moment: relative for the eye, absolute on hover and for machines. */
export function Time({ iso, show = "relative", now = new Date() }: TimeProps) {
  const exact = formatAbsolute(iso);
  const words = show === "absolute" ? exact : formatRelative(iso, now);
  return (
    // A browser renders a moment later than the server did, so the words may differ by one.
    <time dateTime={iso} title={exact} suppressHydrationWarning>
      {show === "both" ? `${words} (${exact})` : words}
    </time>
  );
}

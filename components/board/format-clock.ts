/** "02:43", or "21 Nov 02:43" on another day than `now`. */
export function formatClock(iso: string, now: Date, timeZone?: string): string {
  const zone = timeZone ? { timeZone } : {};
  const time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", ...zone });
  const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", ...zone });
  const date = new Date(iso);
  return day.format(date) === day.format(now)
    ? time.format(date)
    : `${day.format(date)} ${time.format(date)}`;
}

import { AppError } from "@/lib/errors";

const year = 366 * 24 * 3_600_000;
/** What a clock may be ahead without anybody calling it the future. */
const tolerance = 2 * 60_000;

/**
 * The times of a device as they are to be kept. A clock may be wrong and a tick is worth more than its time, so one
 * that is off by more than a year is taken as now. But nothing happens after it was sent, or, where the device does
 * not say when that was, after it arrived: throws AppError "invalid" for a time in the future.
 */
export function readDeviceTimes(
  { occurredAt, sentAt }: { occurredAt: string; sentAt?: string | undefined },
  now: Date,
): { occurredAt: Date; sentAt: Date | null } {
  const happened = new Date(occurredAt);
  const sent = sentAt === undefined ? null : new Date(sentAt);
  if (happened.getTime() > (sent ?? now).getTime() + tolerance) {
    throw new AppError(
      "invalid",
      "The time of this event lies in the future. Set the clock of the device right and try again.",
      { fields: { occurredAt: "lies in the future" } },
    );
  }
  const isFar = (time: Date) => Math.abs(time.getTime() - now.getTime()) > year;
  if (isFar(happened) || (sent && isFar(sent))) return { occurredAt: now, sentAt: null };
  return { occurredAt: happened, sentAt: sent };
}

import type { IncidentEvent } from "./incident-event";

export type EventClock = {
  /**
   * When it happened, ISO 8601 in UTC, by the server's clock: the time that passed on the device until it was sent is
   * taken off the time at which it was recorded. A clock that is wrong by a day does no harm that way.
   */
  at: string;
  /** How long it waited on the device before it was sent, in milliseconds; 0 when that was two minutes or less. */
  waited: number;
  /** How far the device's clock was ahead of the server's, in milliseconds; 0 when within two minutes. */
  skew: number;
};

/** Below this a distance is the network's or nobody's business. */
const tolerance = 2 * 60_000;

type Times = Pick<IncidentEvent, "occurredAt" | "sentAt" | "recordedAt">;

/** What the three times of an event say together. Without `sentAt` a time in the past counts as a late arrival. */
export function readClock({ occurredAt, sentAt, recordedAt }: Times): EventClock {
  const [occurred, recorded] = [Date.parse(occurredAt), Date.parse(recordedAt)];
  const sent = sentAt === null ? Math.max(occurred, recorded) : Date.parse(sentAt);
  const waited = Math.max(0, sent - occurred);
  const skew = sent - recorded;
  return {
    at: new Date(recorded - waited).toISOString(),
    waited: waited > tolerance ? waited : 0,
    skew: Math.abs(skew) > tolerance ? skew : 0,
  };
}

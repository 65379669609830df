import "server-only";
import { eventPageLimit, readEvents } from "./list-events";

export type Tail = {
  /** The events as the stream's bytes; null when there are none. */
  bytes: Uint8Array | null;
  /** Where the next read goes on. */
  cursor: number;
  /** There are more. */
  isFull: boolean;
};

const encoder = new TextEncoder();
const flights = new Map<string, Promise<Tail>>();

/**
 * The events after `after`, ready to be sent. All streams of an incident wake at once and stand at the same place:
 * they share one query and one encoding. A shared answer may be older than the caller's wake; the caller looks.
 */
export function readTail(incidentId: string, after: number): Promise<Tail> {
  const key = `${incidentId}:${after}`;
  const flying = flights.get(key);
  if (flying) return flying;
  const flight = read(incidentId, after).finally(() => flights.delete(key));
  flights.set(key, flight);
  return flight;
}

async function read(incidentId: string, after: number): Promise<Tail> {
  const events = await readEvents(incidentId, after, eventPageLimit);
  const text = events.map((event) => `id: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`).join("");
  return {
    bytes: text ? encoder.encode(text) : null,
    cursor: events.at(-1)?.seq ?? after,
    isFull: events.length === eventPageLimit,
  };
}

import { useEffect } from "react";
import { browserOutbox } from "@/components/outbox/browser-outbox";

/** Goes to an incident's own address once the portal has given it a number; until then it goes by its id. */
export function useNumber(personId: string, incidentId: string, key: string): void {
  useEffect(() => {
    if (key !== incidentId) return;
    return browserOutbox(personId).onKept(({ id, answer }) => {
      if (id !== incidentId || typeof answer !== "object" || answer === null || !("key" in answer)) return;
      window.location.assign(`/incidents/${String(answer.key)}`);
    });
  }, [personId, incidentId, key]);
}

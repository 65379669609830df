import { EmptyState } from "@/components/ui/empty-state";

/** An incident that was started without the portal and is still on its way here. */
export function ArrivingIncident() {
  return (
    <main id="main" className="page-narrow">
      <h1>This incident is not in the record yet</h1>
      <EmptyState title="It opens here by itself">
        <p>
          The device that started it sends it as soon as the portal is open in its browser and can store it.
        </p>
      </EmptyState>
    </main>
  );
}

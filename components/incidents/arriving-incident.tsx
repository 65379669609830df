"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { EmptyState } from "@/components/ui/empty-state";

const everyMs = 2_000;

/** An incident that was started without a network and is still on its way here; the page looks again by itself. */
export function ArrivingIncident() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), everyMs);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <main id="main" className="page-narrow">
      <h1>This incident is not in the record yet</h1>
      <EmptyState title="It opens here by itself">
        <p>The device that started it sends it as soon as the portal is open in its browser.</p>
      </EmptyState>
    </main>
  );
}

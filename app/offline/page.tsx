import "@/components/incidents/incidents.css";
import type { Metadata } from "next";
import { OfflineApp } from "@/components/offline/offline-app";
import { getBuildId } from "@/lib/features/offline/get-service-worker";

export const metadata: Metadata = { title: "Offline" };

/** The shell that browsers keep. It holds nothing of anybody: what it shows comes from the browser's own store. */
export default async function OfflinePage() {
  return <OfflineApp build={(await getBuildId()) ?? "development"} />;
}

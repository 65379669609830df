"use client";

import { PanelRight } from "lucide-react";
import type { ReactNode } from "react";
import { useUnreadHandOver } from "./hand-over-card";
import type { Desk } from "./use-desk";

export const sheetId = "incident-sheet";

/** Where there is no room for the rail: opens it as a sheet, and shows what is urgent meanwhile. */
export function SheetButton({ desk, urgent }: { desk: Desk; urgent: ReactNode }) {
  const isHandedOver = useUnreadHandOver(desk) !== null;
  return (
    <button type="button" className="sheet-button" popoverTarget={sheetId} data-held="">
      <PanelRight size={15} aria-hidden />
      Incident
      {isHandedOver ? <span className="sheet-mark">1 for you</span> : null}
      {urgent}
    </button>
  );
}

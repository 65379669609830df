import { PanelRight } from "lucide-react";
import type { ReactNode } from "react";

export const sheetId = "incident-sheet";

/** Where there is no room for the rail: opens it as a sheet, and shows what is urgent meanwhile. */
export function SheetButton({ urgent }: { urgent: ReactNode }) {
  return (
    <button type="button" className="sheet-button" popoverTarget={sheetId}>
      <PanelRight size={15} aria-hidden />
      Incident
      {urgent}
    </button>
  );
}

"use client";

import { Printer } from "lucide-react";
import { Button } from "@/components/ui/button";

/** Opens the browser's print window; the print stylesheet leaves only the record. */
export function PrintButton() {
  return (
    <Button className="needs-js" onClick={() => window.print()}>
      <Printer aria-hidden />
      Print
    </Button>
  );
}

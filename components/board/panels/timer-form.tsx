"use client";

import { useState } from "react";
import { Input } from "@/components/ui/field";
import { FormDialog } from "./form-dialog";
import { startTimer } from "./timer-acts";
import type { Desk } from "./use-desk";

const longestMinutes = 7 * 24 * 60;

export function TimerForm({ desk }: { desk: Desk }) {
  const [minutes, setMinutes] = useState("10");
  const [label, setLabel] = useState("");
  return (
    <FormDialog
      title="Remind us"
      text="Everybody who has this board open sees it count down and is told when it ends."
      confirm="Start the timer"
      holdsText={label.trim() !== ""}
      onClose={desk.close}
      onSubmit={() => {
        const wanted = Number(minutes.replace(",", "."));
        if (!(wanted > 0 && wanted <= longestMinutes)) return "Say in how many minutes, 10 080 at most.";
        if (label.trim() === "") return "Say what is to be remembered.";
        startTimer(desk, { seconds: Math.max(1, Math.round(wanted * 60)), label: label.trim() });
        return null;
      }}
    >
      <Input
        label="In how many minutes"
        inputMode="decimal"
        autoComplete="off"
        value={minutes}
        onChange={(event) => setMinutes(event.target.value)}
      />
      <Input
        label="Of what"
        placeholder="Look at the error rate again"
        maxLength={500}
        value={label}
        onChange={(event) => setLabel(event.target.value)}
      />
    </FormDialog>
  );
}

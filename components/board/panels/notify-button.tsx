"use client";

import { BellRing } from "lucide-react";
import { useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";

const never = () => () => {};

/** Asks the browser whether this device may show a notification when a timer ends; gone once that is settled. */
export function NotifyButton() {
  const [isAsked, setIsAsked] = useState(false);
  const state = useSyncExternalStore(
    never,
    () => ("Notification" in window ? Notification.permission : "denied"),
    () => "denied",
  );
  if (state !== "default" || isAsked) return null;
  return (
    <Button
      size="small"
      variant="ghost"
      className="notify"
      onClick={() => {
        setIsAsked(true);
        void Notification.requestPermission();
      }}
    >
      <BellRing aria-hidden />
      Notify me on this device
    </Button>
  );
}

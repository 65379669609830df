import { CircleDashed, WifiOff } from "lucide-react";
import type { Link } from "./follow-events";

/** Whether news arrives: a word and a shape, never colour alone. */
export function LinkState({ link }: { link: Link }) {
  if (link === "live") {
    return (
      <span className="link-state" data-link="live">
        <i aria-hidden />
        Live
      </span>
    );
  }
  const Icon = link === "signed-out" ? WifiOff : CircleDashed;
  const words = { connecting: "Connecting", reconnecting: "Reconnecting", "signed-out": "Signed out" };
  return (
    <span className="link-state" data-link={link}>
      <Icon size={14} aria-hidden />
      {words[link]}
    </span>
  );
}

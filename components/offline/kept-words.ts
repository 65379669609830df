import { formatRelative } from "@/components/ui/time";
import type { KeptState } from "./kept-state";

const size = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });

/** "41 of 41 runbooks kept on this device, 3 minutes ago, 2.1 MB", or why that is not so. */
export function keptWords(state: KeptState, now: Date): string {
  const { phase, kept, total, leftOut, bytes, checkedAt } = state;
  const count = `${kept} of ${total} runbooks kept on this device`;
  const weight = `${size.format(bytes / 1_000_000)} MB`;
  if (phase === "unknown") return "Looking at what is kept on this device…";
  if (phase === "refused")
    return "Nothing is kept on this device: the browser allows it on https only, and not in private windows.";
  if (phase === "removed") return "Nothing is kept on this device.";
  if (phase === "full") return `The device has no room left: ${count}, ${weight}.`;
  if (phase === "keeping") return `Keeping runbooks on this device: ${kept} of ${total} so far.`;
  const age = checkedAt ? `, ${formatRelative(checkedAt, now)}` : "";
  const rest = leftOut > 0 ? ` The other ${leftOut} would take too much room.` : "";
  const isBehind = phase === "behind" ? " The portal did not answer since." : "";
  return `${count}${age}, ${weight}.${rest}${isBehind}`;
}

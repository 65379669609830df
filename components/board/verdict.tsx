import { Check, CircleHelp, X } from "lucide-react";
import type { Judged } from "./expectation";

const looks = {
  matches: { Icon: Check, words: "As expected:" },
  differs: { Icon: X, words: "Not as expected: wanted" },
  unclear: { Icon: CircleHelp, words: "Cannot tell whether it is as expected:" },
} as const;

/** How output compares with what the runbook announces; in full with the reason. */
export function Verdict({ judged, isShort = false }: { judged: Judged; isShort?: boolean }) {
  const { Icon, words } = looks[judged.verdict];
  return (
    <span className="verdict" data-verdict={judged.verdict} title={judged.why}>
      <Icon size={14} aria-hidden />
      <span>
        {words} <code>{judged.expected}</code>
        {isShort ? null : <span className="verdict-why"> {judged.why}</span>}
      </span>
    </span>
  );
}

import { CircleAlert, Info, OctagonAlert, TriangleAlert } from "lucide-react";
import { Badge, type BadgeTone } from "./badge";

const looks: Record<string, { tone: BadgeTone; Icon: typeof Info }> = {
  SEV1: { tone: "danger", Icon: OctagonAlert },
  SEV2: { tone: "warn", Icon: TriangleAlert },
  SEV3: { tone: "accent", Icon: CircleAlert },
  SEV4: { tone: "plain", Icon: Info },
};

type SeverityBadgeProps = { severity: string /** Another word for it, as a text has it. */; words?: string };

/** Severity as a word, a shape and a colour, in this order of weight. */
export function SeverityBadge({ severity, words = severity }: SeverityBadgeProps) {
  const { tone, Icon } = looks[severity] ?? { tone: "plain", Icon: Info };
  return (
    <Badge tone={tone} className="sev">
      <Icon aria-hidden strokeWidth={2.4} />
      <span className="sr-only">Severity </span>
      {words}
    </Badge>
  );
}

import { SeverityBadge } from "@/components/ui/severity-badge";
import type { AlertEntry, EscalationLevel, Section, SectionKind } from "@/lib/domain/document";

/** Sections that one looks for when all else has failed, in this order. */
const emergency: readonly SectionKind[] = ["rollback", "escalation"];

/** The first rollback and the first escalation section: one press away, wherever they stand in the text. */
export function EmergencyLinks({ sections }: { sections: readonly Pick<Section, "id" | "text" | "kind">[] }) {
  const found = emergency.flatMap((kind) => sections.find((section) => section.kind === kind) ?? []);
  if (found.length === 0) return null;
  return (
    <section>
      <h2>If it gets worse</h2>
      <ul>
        {found.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The alerts that the runbook answers, with what the text says of their weight. */
export function AlertList({ alerts }: { alerts: readonly AlertEntry[] }) {
  if (alerts.length === 0) return null;
  return (
    <section>
      <h2>Alerts</h2>
      <ul>
        {alerts.map(({ anchor, name, severity, level, trigger }) => (
          <li key={`${anchor} ${name}`}>
            <a href={`#${anchor}`}>
              {name}
              {level ? <SeverityBadge severity={level} words={severity ?? level} /> : null}
            </a>
            {trigger ? <p className="rail-note">{trigger}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whom to call, and within what time. */
export function EscalationList({ levels }: { levels: readonly EscalationLevel[] }) {
  if (levels.length === 0) return null;
  return (
    <section>
      <h2>Escalation</h2>
      <ol className="rail-levels">
        {levels.map(({ level, contact, time, line }) => (
          <li key={line}>
            <strong>{level}</strong>
            {contact ? <span>{contact}</span> : null}
            {time ? <span className="rail-note">{time}</span> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

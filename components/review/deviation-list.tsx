import { type Deviation, deviationWords } from "@/lib/domain/deviations";

/** Where the run left the runbook, with the reason that was given. */
export function DeviationList({ deviations, isOver }: { deviations: Deviation[]; isOver: boolean }) {
  if (deviations.length === 0) {
    const words = isOver ? "None: the runbook was followed as it stands." : "None so far.";
    return <p className="quiet">{words}</p>;
  }
  return (
    <ol className="deviations">
      {deviations.map(({ seq, kind, subject, detail, reason, by }) => (
        <li key={`${seq}:${kind}:${subject}`}>
          <em>{deviationWords[kind]}</em>
          <span>
            {subject === null ? null : <b>{subject} </b>}
            {detail}
            {reason === null ? null : (
              <>
                {": "}
                <q>{reason}</q>
              </>
            )}
            {by === null ? null : <span className="quiet"> ({by})</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

import {
  Ban,
  Check,
  Circle,
  CircleDashed,
  Clock,
  type LucideIcon,
  SkipForward,
  Undo2,
  X,
} from "lucide-react";
import { formatAbsolute } from "@/components/ui/time";
import { groupBy } from "@/lib/domain/group-by";
import { endWords } from "@/lib/domain/review-markdown";
import { formatDuration } from "@/lib/domain/review-words";
import type { StepEnd, StepResult } from "@/lib/domain/timeline";

const looks: Record<StepEnd, LucideIcon> = {
  done: Check,
  undone: Undo2,
  failed: X,
  deferred: Clock,
  unfinished: CircleDashed,
  skipped: SkipForward,
  "not-applicable": Ban,
  untouched: Circle,
};

/** Every step of a run in the order of the text, with how it ended. */
export function EndedChecklist({ steps }: { steps: StepResult[] }) {
  if (steps.length === 0) return <p className="quiet">This revision has no steps.</p>;
  const sections = groupBy(steps, (step) => step.section ?? "");
  return [...sections].map(([section, own]) => (
    <section key={section}>
      {section === "" ? null : <h3 className="review-section">{section}</h3>}
      <ol className="ended">
        {own.map((step) => (
          <EndedStep key={step.stepId} step={step} />
        ))}
      </ol>
    </section>
  ));
}

function EndedStep({ step }: { step: StepResult }) {
  const Icon = looks[step.end];
  return (
    <li data-end={step.end} style={{ paddingInlineStart: `${(step.depth - 1) * 20}px` }}>
      <Icon aria-hidden />
      <div>
        <p>
          {step.text || "Step without words"}
          {step.isAdded ? <span className="ended-added"> added during the incident</span> : null}
        </p>
        <p className="quiet">
          <span className="ended-word">{endWords[step.end]}</span>
          {step.by === null || step.at === null ? null : (
            <>
              {" "}
              by {step.by}, {formatAbsolute(step.at)}
            </>
          )}
          {step.span === null ? null : `, ${formatDuration(step.span.milliseconds)}`}
          {step.reason === null ? null : (
            <>
              {": "}
              <q>{step.reason}</q>
            </>
          )}
        </p>
        {step.notes.map((note) => (
          <p className="quiet" key={`${note.at}:${note.text}`}>
            Note by {note.by}: <q>{note.text}</q>
          </p>
        ))}
        {step.outputs.map((output) => (
          <details className="ended-output" key={`${output.at}:${output.text}`}>
            <summary>
              Output kept by {output.by}, {formatAbsolute(output.at)}
            </summary>
            <pre>{output.text}</pre>
          </details>
        ))}
      </div>
    </li>
  );
}

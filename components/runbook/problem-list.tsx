import type { Problem, RenderRoad } from "@/lib/domain/document";

const roadWords: Partial<Record<RenderRoad, string>> = {
  source: "The text could not be rendered, so its source is shown.",
};

/** What an editor should know about the text. Readers never see it. */
export function ProblemList({ problems, road }: { problems: readonly Problem[]; road: RenderRoad }) {
  if (problems.length === 0) return null;
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const count = problems.length === 1 ? "1 note for editors" : `${problems.length} notes for editors`;
  return (
    <details className="problems" open={errors > 0}>
      <summary>
        {count}
        {errors > 0 ? `, ${errors} of them ${errors === 1 ? "an error" : "errors"}` : ""}
        {roadWords[road] ? `. ${roadWords[road]}` : ""}
      </summary>
      <ol>
        {problems.map(({ line, column, rule, severity, message }) => (
          <li key={`${line}:${column}:${rule}:${message}`}>
            <span className="place">
              {line}:{column}
            </span>
            <span>
              {severity === "error" ? <b>Error. </b> : null}
              {message}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}

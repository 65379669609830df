import { cx } from "@/components/ui/cx";
import type { DiffHunk, DiffLine, TextDiff } from "@/lib/domain/text-diff";
import { DiffText } from "./diff-lines";

type Row = { before: DiffLine | null; after: DiffLine | null };

/** Both texts side by side, equal lines at one height; on a narrow screen one under the other, line by line. */
export function DiffColumns({ diff, before, after }: { diff: TextDiff; before: string; after: string }) {
  return (
    <div className="diff diff-columns" role="region" aria-label={`${before} and ${after}`} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{before}</th>
            <th scope="col">{after}</th>
          </tr>
        </thead>
        {diff.hunks.map((hunk) => (
          <tbody key={`${hunk.lines[0]?.before}:${hunk.lines[0]?.after}`}>
            {pair(hunk).map((row) => (
              <tr key={`${row.before?.before}:${row.after?.after}`}>
                <Cell line={row.before} number={row.before?.before ?? null} />
                <Cell
                  line={row.after}
                  number={row.after?.after ?? null}
                  isRepeat={row.after?.kind === "same"}
                />
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Cell({
  line,
  number,
  isRepeat = false,
}: {
  line: DiffLine | null;
  number: number | null;
  isRepeat?: boolean;
}) {
  if (!line) return <td className="diff-gap" />;
  return (
    <td className={cx(line.kind !== "same" && `diff-${line.kind}`, isRepeat && "diff-repeat")}>
      <span className="diff-line">
        <span className="diff-number" aria-hidden>
          {number}
        </span>
        <span className="diff-text">
          <DiffText kind={line.kind} pieces={line.pieces} />
        </span>
      </span>
    </td>
  );
}

/** A removed line stands beside the added one that took its place. */
function pair({ lines }: DiffHunk): Row[] {
  const rows: Row[] = [];
  let removed: DiffLine[] = [];
  for (const line of lines) {
    if (line.kind === "removed") {
      removed.push(line);
    } else if (line.kind === "added") {
      rows.push({ before: removed.shift() ?? null, after: line });
    } else {
      rows.push(...removed.map((before) => ({ before, after: null })), { before: line, after: line });
      removed = [];
    }
  }
  return [...rows, ...removed.map((before) => ({ before, after: null }))];
}

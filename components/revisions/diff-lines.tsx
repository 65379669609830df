import { cx } from "@/components/ui/cx";
import type { DiffLine, DiffPiece, TextDiff } from "@/lib/domain/text-diff";

const signs = { same: " ", removed: "−", added: "+" } as const;
const spoken = { same: "", removed: "Removed: ", added: "Added: " } as const;

/** Words that changed within a line are marked once more. */
export function DiffText({ kind, pieces }: { kind: DiffLine["kind"]; pieces: DiffPiece[] }) {
  let start = 0;
  const placed = pieces.map((piece) => {
    const at = start;
    start += piece.text.length;
    return { ...piece, at };
  });
  return (
    <code>
      {kind === "same" ? null : <span className="sr-only">{spoken[kind]}</span>}
      {placed.map(({ text, isChanged, at }) => (isChanged ? <mark key={at}>{text}</mark> : text))}
    </code>
  );
}

/** "3 lines added, 1 removed". */
export function DiffCount({ diff: { added, removed } }: { diff: TextDiff }) {
  const lines = (count: number) => `${count} ${count === 1 ? "line" : "lines"}`;
  return (
    <span className="diff-count">
      <b className="diff-plus">+{added}</b> <b className="diff-minus">−{removed}</b>
      <span className="sr-only">
        {lines(added)} added, {lines(removed)} removed
      </span>
    </span>
  );
}

/** A line diff in one column: the old number, the new number, the line. */
export function DiffLines({ diff, label }: { diff: TextDiff; label: string }) {
  return (
    <div className="diff" role="region" aria-label={label} tabIndex={0}>
      <table>
        <thead className="sr-only">
          <tr>
            <th scope="col">Line before</th>
            <th scope="col">Line after</th>
            <th scope="col">Change</th>
            <th scope="col">Text</th>
          </tr>
        </thead>
        {diff.hunks.map((hunk) => (
          <tbody key={keyOf(hunk.lines[0])}>
            {hunk.lines.map((line) => (
              <tr key={keyOf(line)} className={cx(line.kind !== "same" && `diff-${line.kind}`)}>
                <td className="diff-number">{line.before}</td>
                <td className="diff-number">{line.after}</td>
                <td className="diff-sign" aria-hidden>
                  {signs[line.kind]}
                </td>
                <td className="diff-text">
                  <DiffText kind={line.kind} pieces={line.pieces} />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

const keyOf = (line: DiffLine | undefined) => `${line?.before ?? ""}:${line?.after ?? ""}`;

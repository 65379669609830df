/** The word on the frame of a drill. What it frames has `data-drill`; app/styles/drill.css draws the stripes. */
export function DrillMark() {
  return (
    <p className="drill-mark">
      <span>
        <strong>DRILL</strong> nothing here is real
      </span>
    </p>
  );
}

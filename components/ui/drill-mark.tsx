/** The word on the frame of a drill. What it frames has `data-drill`; app/styles/drill.css draws the stripes. */
export function DrillMark() {
  return (
    <section className="drill-mark" aria-label="Drill">
      <span>
        <strong>DRILL</strong> nothing here is real
      </span>
    </section>
  );
}

/** A one-time link, selectable as a whole. It is shown this once; the portal keeps only its hash. */
export function LinkNotice({ link }: { link: string }) {
  return (
    <div className="notice" role="status">
      <p>Send this link to the person. It works once and is not shown again.</p>
      <input
        className="input mono"
        readOnly
        aria-label="One-time link"
        value={link}
        onFocus={(event) => event.currentTarget.select()}
      />
    </div>
  );
}

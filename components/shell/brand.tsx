import Link from "next/link";

/** The mark: a page with a tick. */
export function Brand() {
  return (
    <Link href="/" className="brand" aria-label="Runbook Portal, home">
      <svg viewBox="0 0 24 24" aria-hidden="true" className="brand-mark">
        <path d="M5 3h10l4 4v14H5z" />
        <path d="m8.5 13.5 2.5 2.5 4.5-5" />
      </svg>
      <span className="brand-name">Runbook Portal</span>
    </Link>
  );
}

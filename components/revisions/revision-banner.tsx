import { ButtonLink } from "@/components/ui/button";
import { Time } from "@/components/ui/time";
import { type RestoreAction, RestoreButton } from "./restore-button";

type RevisionBannerProps = {
  slug: string;
  number: number;
  currentNumber: number;
  authorName: string | null;
  createdAt: string;
  message: string;
  restore: RestoreAction | null;
};

/** Says which revision is shown, so that nobody follows an old text without knowing. */
export function RevisionBanner(props: RevisionBannerProps) {
  const { slug, number, currentNumber, authorName, createdAt, message, restore } = props;
  const base = `/runbooks/${slug}`;
  const isOld = number < currentNumber;
  return (
    <aside
      className={isOld ? "notice notice-warn revision-banner" : "notice revision-banner"}
      aria-label="Revision"
    >
      <p>
        <strong>
          Revision {number} of {currentNumber}
        </strong>
        {isOld ? ", not the current one" : ", the current one"}.{" "}
        {authorName ? `By ${authorName}` : "Imported"}, <Time iso={createdAt} show="both" />: “{message}”.
      </p>
      <span className="notice-acts">
        {isOld ? (
          <>
            <ButtonLink href={`${base}/history?from=${number}&to=${currentNumber}`} size="small">
              Compare with the current one
            </ButtonLink>
            <ButtonLink href={base} size="small">
              Read the current one
            </ButtonLink>
          </>
        ) : null}
        <ButtonLink href={`${base}/history`} size="small">
          History
        </ButtonLink>
        {isOld && restore ? (
          <RestoreButton slug={slug} number={number} currentNumber={currentNumber} restore={restore} />
        ) : null}
      </span>
    </aside>
  );
}

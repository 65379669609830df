import type { Metadata } from "next";
import { EntryPage } from "@/components/access/entry-page";
import { Button, ButtonLink } from "@/components/ui/button";
import { Time } from "@/components/ui/time";
import { findReadLink } from "@/lib/features/people/enter-by-read-link";
import { enterAction } from "../actions";

// Not "no-referrer": without an origin the form could not be told from one of another site. Nor is the address, which
// holds the token, ever sent to another host (lib/http/security-headers.ts).
export const metadata: Metadata = { title: "Read with a break-glass link", robots: { index: false } };

export default async function BreakGlassPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const link = await findReadLink(token);
  if (link.state === "over") {
    return (
      <EntryPage
        title="This link no longer works"
        text="It was revoked or has expired. Ask an admin for a new one."
      >
        <ButtonLink href="/sign-in">Go to sign-in</ButtonLink>
      </EntryPage>
    );
  }
  if (link.state === "unknown") {
    return (
      <EntryPage
        title="This link cannot be checked now"
        text="The portal's database does not answer. Try again in a moment, or open the exported copy of the runbooks."
      >
        <ButtonLink href={`/break-glass/${token}`}>Try again</ButtonLink>
      </EntryPage>
    );
  }
  return (
    <EntryPage
      title="Read the runbooks"
      text={
        <>
          You need no account: this link lets you read runbooks and incidents and copy commands until{" "}
          <Time iso={link.until} show="absolute" />. That you came in is recorded.
        </>
      }
    >
      {/* A program that looks at the address for a preview presses no button. */}
      <form action={enterAction}>
        <input type="hidden" name="token" value={token} />
        <Button type="submit" variant="strong" size="large">
          Start reading
        </Button>
      </form>
    </EntryPage>
  );
}

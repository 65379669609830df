import type { Metadata } from "next";
import { AcceptLinkForm } from "@/components/access/accept-link-form";
import { EntryPage } from "@/components/access/entry-page";
import { ButtonLink } from "@/components/ui/button";
import { findSignInLink } from "@/lib/access/one-time-link";
import { acceptLinkAction } from "./actions";

// The address holds the token: it must not travel to other hosts in a referrer.
export const metadata: Metadata = { title: "Set up your account", referrer: "no-referrer" };

export default async function LinkPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const link = await findSignInLink(token);
  if (!link) {
    return (
      <EntryPage
        title="This link no longer works"
        text="It was used already or has expired. Ask an admin for a new one."
      >
        <ButtonLink href="/sign-in">Go to sign-in</ButtonLink>
      </EntryPage>
    );
  }
  if (link.purpose === "first-admin") {
    return (
      <EntryPage
        title="Make the first admin"
        text="This account manages people and squads. You can invite others as soon as you are in."
      >
        <AcceptLinkForm token={token} asksWho submitLabel="Make the account" accept={acceptLinkAction} />
      </EntryPage>
    );
  }
  return (
    <EntryPage
      title={link.purpose === "invitation" ? `Welcome, ${link.user?.name ?? ""}` : "Set a new password"}
      text={`You sign in as ${link.user?.email ?? ""}.`}
    >
      <AcceptLinkForm
        token={token}
        asksWho={false}
        submitLabel="Set the password"
        accept={acceptLinkAction}
      />
    </EntryPage>
  );
}

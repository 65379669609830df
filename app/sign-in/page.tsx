import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EntryPage } from "@/components/access/entry-page";
import { SignInForm } from "@/components/access/sign-in-form";
import { findActor } from "@/lib/access/actor";
import { safePath } from "@/lib/domain/safe-path";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const query = await searchParams;
  const next = safePath(query.next);
  const actor = await findActor();
  // Whoever reads by a break-glass link may still sign in.
  if (actor && actor.breakGlassUntil === undefined) redirect(next);
  return (
    <EntryPage title="Sign in">
      <SignInForm next={next} notice={noticeOf(query)} />
    </EntryPage>
  );
}

function noticeOf({ next, ended }: Awaited<Props["searchParams"]>): string | null {
  if (ended !== undefined) return "You signed out without a network. Now the session is ended too.";
  return next ? "Sign in to go on to that page." : null;
}

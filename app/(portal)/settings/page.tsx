import type { Metadata } from "next";
import Link from "next/link";
import { KeptSettings } from "@/components/offline/kept-settings";
import { Refusal } from "@/components/shell/refusal";
import { requireActor } from "@/lib/access/actor";
import { can } from "@/lib/access/policy";

export const metadata: Metadata = { title: "Settings" };

const meaning = {
  reader: "You can read runbooks and incidents.",
  responder: "You can read runbooks, and start and run incidents.",
  editor: "You can run incidents, and publish the runbooks of the squads that you edit for.",
  admin: "You can do everything, and manage people and squads.",
} as const;

export default async function SettingsPage() {
  const actor = await requireActor();
  if (actor.breakGlassUntil) return <Refusal text="A break-glass link has no settings." />;
  return (
    <main id="main" className="page-narrow">
      <h1>Settings</h1>
      <dl className="facts-list">
        <div>
          <dt>Name</dt>
          <dd>{actor.name}</dd>
        </div>
        <div>
          <dt>Email</dt>
          <dd>{actor.email}</dd>
        </div>
        <div>
          <dt>Role</dt>
          <dd>
            {actor.role}. {meaning[actor.role]}
          </dd>
        </div>
      </dl>
      {can(actor, "copy.keep") ? <KeptSettings /> : null}
      {can(actor, "user.manage") ? (
        <p>
          <Link href="/settings/people">Manage people</Link> · <Link href="/squads">Manage squads</Link> ·{" "}
          <Link href="/settings/read-links">Break-glass links</Link> ·{" "}
          <Link href="/settings/audit">Audit record</Link>
        </p>
      ) : (
        <p className="quiet">To change your role or your password, ask an admin.</p>
      )}
    </main>
  );
}

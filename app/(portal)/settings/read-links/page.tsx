import type { Metadata } from "next";
import { ReadLinkForm } from "@/components/admin/read-link-form";
import { ReadLinksTable } from "@/components/admin/read-links-table";
import { Refusal } from "@/components/shell/refusal";
import { requireActor } from "@/lib/access/actor";
import { can } from "@/lib/access/policy";
import { listReadLinks } from "@/lib/features/people/list-read-links";
import { createReadLinkAction, revokeReadLinkAction } from "./actions";

export const metadata: Metadata = { title: "Break-glass links" };

export default async function ReadLinksPage() {
  const actor = await requireActor();
  if (!can(actor, "read-link.manage")) return <Refusal text="Only admins make break-glass links." />;
  const links = await listReadLinks(actor);
  return (
    <main id="main" className="page-wide">
      <h1>Break-glass links</h1>
      <p className="page-lead">
        For when nobody can sign in: whoever has such a link reads runbooks and incidents, copies commands,
        and can change nothing. Each browser that opens one is recorded.
      </p>
      <ReadLinkForm create={createReadLinkAction} />
      <section aria-labelledby="links">
        <h2 id="links">Links so far</h2>
        <ReadLinksTable links={links} revoke={revokeReadLinkAction} />
      </section>
    </main>
  );
}

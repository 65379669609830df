import type { Metadata } from "next";
import { InviteForm } from "@/components/admin/invite-form";
import { PeopleTable } from "@/components/admin/people-table";
import { Refusal } from "@/components/shell/refusal";
import { requireActor } from "@/lib/access/actor";
import { can } from "@/lib/access/policy";
import { listPeople } from "@/lib/features/people/list-people";
import { changePersonAction, createPasswordLinkAction, invitePersonAction } from "./actions";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage() {
  const actor = await requireActor();
  if (!can(actor, "user.manage")) return <Refusal text="Only admins manage people." />;
  const people = await listPeople(actor);
  return (
    <main id="main" className="page-wide">
      <h1>People</h1>
      <PeopleTable
        people={people}
        ownId={actor.id}
        changePerson={changePersonAction}
        createLink={createPasswordLinkAction}
      />
      <section aria-labelledby="invite">
        <h2 id="invite">Invite somebody</h2>
        <InviteForm invite={invitePersonAction} />
      </section>
    </main>
  );
}

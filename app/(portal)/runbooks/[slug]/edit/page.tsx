import "@/app/styles/editor.css";
import "@/app/styles/revisions.css";
import type { Metadata } from "next";
import { toPreview } from "@/components/editor/preview";
import { RunbookEditor } from "@/components/editor/runbook-editor";
import { Refusal } from "@/components/shell/refusal";
import { requireActor } from "@/lib/access/actor";
import { slugOfParam } from "@/lib/domain/slug";
import { getRevisionToEdit } from "@/lib/features/runbooks/get-revision";
import { loadOrRefuse } from "../../load-or-refuse";

export const metadata: Metadata = { title: "Edit a runbook" };

export default async function EditPage({ params }: { params: Promise<{ slug: string }> }) {
  const [actor, { slug: param }] = await Promise.all([requireActor(), params]);
  const { value, refusal } = await loadOrRefuse(() => getRevisionToEdit(actor, slugOfParam(param)));
  if (!value) return <Refusal text={refusal} />;
  const { runbook, revision, compiled } = value;
  const { number, source, format } = revision;
  return (
    <main id="main" className="editor-page">
      <RunbookEditor
        key={runbook.slug}
        slug={runbook.slug}
        title={runbook.title}
        userId={actor.id}
        base={{ number, source, format }}
        preview={toPreview(compiled)}
      />
    </main>
  );
}

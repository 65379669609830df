import "server-only";
import { createHash } from "node:crypto";
import type { Tx } from "@/lib/db/client";
import type { CompiledRunbook, RunbookFormat } from "@/lib/domain/document";

export type NewRevision = {
  source: string;
  format: RunbookFormat;
  message: string;
  origin: "import" | "portal";
  authorId: string | null;
  /** What the author had in front of them; null for an import. */
  parentNumber: number | null;
  compiled: CompiledRunbook;
};

/** SHA-256 of a source text, in hex. */
export function sha256Of(source: string): string {
  return createHash("sha256").update(source).digest("hex");
}

/**
 * Writes the next revision of a runbook inside the caller's transaction, which must hold the lock on the runbook's
 * row, and makes it the current one: title, template mark, service and alerts follow the new text. Gives its number.
 */
export async function appendRevision(
  tx: Tx,
  runbook: { id: string; currentRevision: number },
  revision: NewRevision,
): Promise<number> {
  const { compiled, ...row } = revision;
  const { title, isTemplate, meta, alerts } = compiled.model;
  const number = runbook.currentRevision + 1;
  await tx.revision.create({
    data: { ...row, runbookId: runbook.id, number, sha256: sha256Of(revision.source), title },
  });
  await tx.runbook.update({
    where: { id: runbook.id },
    data: { currentRevision: number, title, isTemplate, service: meta.service },
  });
  await tx.runbookAlert.deleteMany({ where: { runbookId: runbook.id } });
  const first = new Map(alerts.map((alert) => [alert.normalized, alert] as const).reverse());
  await tx.runbookAlert.createMany({
    data: [...first.values()].map(({ name, normalized, anchor }) => ({
      runbookId: runbook.id,
      name,
      normalized,
      anchor,
    })),
  });
  return number;
}

/** Locks a runbook's row until the end of the transaction and gives it; null when it is gone. */
export async function lockRunbook(tx: Tx, slug: string) {
  await tx.$queryRaw`SELECT id FROM runbooks WHERE slug = ${slug} FOR UPDATE`;
  return tx.runbook.findUnique({ where: { slug } });
}

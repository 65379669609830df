import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Board } from "@/components/board/board";
import { toBoardProps } from "@/components/board/board-props";
import { ArrivingIncident } from "@/components/incidents/arriving-incident";
import { WaitingIncident } from "@/components/offline/waiting-incident";
import { requireActor } from "@/lib/access/actor";
import type { Actor } from "@/lib/domain/actor";
import { formatIncidentKey, parseIncidentKey, parseIncidentRef } from "@/lib/domain/incident-key";
import { AppError } from "@/lib/errors";
import { findIncidentKey } from "@/lib/features/incidents/find-incident-key";
import { getBoard } from "@/lib/features/incidents/get-board";

type PageProps = {
  params: Promise<{ key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const number = parseIncidentKey((await params).key);
  return { title: number === null ? "Incident" : formatIncidentKey(number) };
}

export default async function IncidentPage({ params, searchParams }: PageProps) {
  const actor = await requireActor();
  const { key } = await params;
  const number = await numberOf(actor, key);
  if (number === null) {
    return (
      <WaitingIncident id={key.toLowerCase()} personId={actor.id}>
        <ArrivingIncident />
      </WaitingIncident>
    );
  }
  const board = await getBoard(actor, number).catch(orNotFound);
  const { incident, runs } = board;
  const { run: wanted } = await searchParams;
  const run = runs.find((candidate) => candidate.id === wanted) ?? runs[0];
  if (!run) notFound();

  return <Board key={`${incident.key} ${run.id}`} {...toBoardProps(actor, board, run, new Date())} />;
}

/** An incident that was started without the portal goes by its id until it has a number; null while it has none. */
async function numberOf(actor: Actor, param: string): Promise<number | null> {
  const ref = parseIncidentRef(param);
  if (ref === null) notFound();
  if (typeof ref === "number") return ref;
  const key = await findIncidentKey(actor, ref);
  if (key !== null) redirect(`/incidents/${key}`);
  return null;
}

function orNotFound(error: unknown): never {
  if (error instanceof AppError && error.code === "not-found") notFound();
  throw error;
}

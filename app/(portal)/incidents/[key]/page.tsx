import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Board } from "@/components/board/board";
import { toBoardProps } from "@/components/board/board-props";
import { requireActor } from "@/lib/access/actor";
import { formatIncidentKey, parseIncidentKey } from "@/lib/domain/incident-key";
import { AppError } from "@/lib/errors";
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
  const number = parseIncidentKey((await params).key);
  if (number === null) notFound();
  const board = await getBoard(actor, number).catch(orNotFound);
  const { incident, runs } = board;
  const { run: wanted } = await searchParams;
  const run = runs.find((candidate) => candidate.id === wanted) ?? runs[0];
  if (!run) notFound();

  return <Board key={`${incident.key} ${run.id}`} {...toBoardProps(actor, board, run, new Date())} />;
}

function orNotFound(error: unknown): never {
  if (error instanceof AppError && error.code === "not-found") notFound();
  throw error;
}

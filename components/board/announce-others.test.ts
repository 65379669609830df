import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { IncidentEvent } from "@/lib/domain/incident-event";
import { createAnnouncer, listNames } from "./announce-others";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const people = { ana: "Ana Ruiz", jon: "Jon Okafor", mina: "Mina Sato" };

function made(by: keyof typeof people, kind = "step.checked", data: object = {}): IncidentEvent {
  return { kind, actorId: by, actorName: people[by], stepId: "drain", runId: "run", data } as IncidentEvent;
}

function announcer() {
  const said: string[] = [];
  const stepText = () => "Drain the node";
  return { said, ...createAnnouncer({ meId: "ana", stepText, say: (text) => said.push(text) }) };
}

test("one act of somebody else is said in full, in the words of the record", () => {
  const { said, hear } = announcer();
  hear([made("jon")]);
  expect(said).toEqual([]);
  vi.runAllTimers();
  hear([made("mina", "step.skipped", { reason: "CPU is low" })]);
  vi.runAllTimers();
  expect(said).toEqual(["Jon Okafor ticked Drain the node", "Mina Sato skipped Drain the node: CPU is low"]);
});

test("my own acts are silent, and so are copies", () => {
  const { said, hear } = announcer();
  hear([made("ana"), made("jon", "command.copied", { text: "ls" })]);
  vi.runAllTimers();
  expect(said).toEqual([]);
});

test("what comes together is said in one sentence", () => {
  const { said, hear } = announcer();
  hear([made("jon"), made("ana"), made("jon")]);
  vi.advanceTimersByTime(600);
  hear([made("mina"), made("jon")]);
  vi.runAllTimers();
  expect(said).toEqual(["4 changes by Jon Okafor and Mina Sato"]);
});

test("nothing is said after the board was left, and nothing endless", () => {
  const { said, hear, stop } = announcer();
  hear([made("jon", "incident.noted", { note: "x".repeat(500) })]);
  vi.runAllTimers();
  expect(said[0]).toHaveLength(161);
  hear([made("jon")]);
  stop();
  vi.runAllTimers();
  expect(said).toHaveLength(1);
});

test("names are listed as people say them", () => {
  expect(listNames(["Jon", "Jon"])).toBe("Jon");
  expect(listNames(["Ana", "Jon", "Mina"])).toBe("Ana, Jon and Mina");
  expect(listNames(["Ana", "Jon", "Mina", "Lea"])).toBe("4 people");
});

import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { Clock } from "./clock";
import { createOutbox } from "./outbox";
import { memoryLock, memoryStorage } from "./testing/memory-storage";
import { again, draftOf, kept, noteOf, refused, signedOut } from "./testing/test-portal";

/** What the portal does with an attempt; `lost` keeps it and answers nothing. */
const answers = ["kept", "lost", "again", "refused", "signed-out"] as const;
const incidents = ["a", "b"];

/** Time passes as soon as somebody waits for it. */
function quickClock(): Clock {
  let now = 0;
  return {
    now: () => now,
    after(ms, run) {
      const timer = setTimeout(() => {
        now += ms;
        run();
      });
      return () => clearTimeout(timer);
    },
  };
}

const steps = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ do: fc.constant("add" as const), incident: fc.constantFrom(...incidents) }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("reload" as const), tab: fc.nat(1) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("wake" as const), tab: fc.nat(1) }) },
  ),
  { minLength: 1, maxLength: 25 },
);

test("whatever fails: every act is recorded once and in its order, or stands there refused, and no id is sent twice at once", async () => {
  await fc.assert(
    fc.asyncProperty(
      steps,
      fc.array(fc.constantFrom(...answers), { maxLength: 60 }),
      async (plan, weather) => {
        const [storage, lock] = [memoryStorage(), memoryLock()];
        const record: string[] = [];
        // What throws in `send` would only be tried again.
        const sentTwiceAtOnce: string[] = [];
        const underWay = new Set<string>();
        const added: { id: string; incident: string; note: string }[] = [];
        let attempt = 0;

        const openTab = () =>
          createOutbox({
            personId: "ana",
            storage,
            lock,
            clock: quickClock(),
            async send(entry) {
              if (underWay.has(entry.id)) sentTwiceAtOnce.push(entry.id);
              underWay.add(entry.id);
              await null;
              underWay.delete(entry.id);
              const answer = weather[attempt++] ?? "kept";
              if (answer === "again") return again;
              if (answer === "signed-out") return signedOut;
              if (record.includes(entry.id)) return answer === "lost" ? again : kept;
              if (answer === "refused") return refused;
              record.push(entry.id);
              return answer === "lost" ? again : kept;
            },
          });

        const tabs = [openTab(), openTab()];
        for (const step of plan) {
          if (step.do === "add") {
            const note = String(added.length);
            const draft = draftOf(note, step.incident);
            added.push({ id: draft.id, incident: step.incident, note });
            await tabs[added.length % 2]?.add(draft);
          } else if (step.do === "wake") {
            tabs[step.tab]?.wake();
          } else {
            tabs[step.tab]?.stop();
            tabs[step.tab] = openTab();
          }
        }
        await vi.waitFor(
          async () => {
            for (const tab of tabs) tab.wake();
            const left = await storage.all();
            expect(left.filter((entry) => entry.state === "waiting").map(noteOf)).toEqual([]);
          },
          { timeout: 10_000, interval: 1 },
        );
        for (const tab of tabs) tab.stop();

        expect(sentTwiceAtOnce).toEqual([]);
        const left = await storage.all();
        const accounted = [...record, ...left.map((entry) => entry.id)];
        expect(new Set(accounted)).toEqual(new Set(added.map(({ id }) => id)));
        expect(accounted, "recorded or refused, never both, never twice").toHaveLength(added.length);
        for (const incident of incidents) {
          const ids = added.filter((one) => one.incident === incident).map(({ id }) => id);
          const recorded = record.filter((id) => ids.includes(id));
          expect(recorded).toEqual(ids.filter((id) => recorded.includes(id)));
        }
      },
    ),
    { numRuns: 60 },
  );
});

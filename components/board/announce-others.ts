import type { IncidentEvent } from "@/lib/domain/incident-event";
import { joinWords, sayEvent } from "@/lib/domain/review-words";

type Options = {
  /** Who hears it: nobody is told what they did themselves. */
  meId: string;
  stepText: (stepId: string | null) => string;
  say: (text: string) => void;
};

/** Changes that come together are said in one sentence, or a screen reader would never come to an end. */
const gatherMs = 1_200;
const longest = 160;

/** Says for a screen reader what others do: "Jon Okafor ticked Drain the node", or "4 changes by Jon and Mina". */
export function createAnnouncer({ meId, stepText, say }: Options): {
  hear: (events: readonly IncidentEvent[]) => void;
  stop: () => void;
} {
  let gathered: IncidentEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const wordsOf = (event: IncidentEvent) =>
    joinWords(
      sayEvent(event, event.stepId === null ? null : stepText(event.stepId), null),
      ({ text }) => text,
    );

  const flush = () => {
    timer = undefined;
    const [first, ...rest] = gathered;
    gathered = [];
    if (!first) return;
    const text =
      rest.length === 0
        ? `${first.actorName} ${wordsOf(first)}`
        : `${rest.length + 1} changes by ${listNames([first, ...rest].map((event) => event.actorName))}`;
    say(text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text);
  };

  return {
    hear(events) {
      // A copy changes nothing for others, and there are many.
      const others = events.filter((event) => event.actorId !== meId && event.kind !== "command.copied");
      if (others.length === 0) return;
      gathered.push(...others);
      timer ??= setTimeout(flush, gatherMs);
    },
    stop: () => clearTimeout(timer),
  };
}

/** "Jon", "Jon and Mina", "Ana, Jon and Mina", "5 people" */
export function listNames(all: readonly string[]): string {
  const names = [...new Set(all)];
  if (names.length > 3) return `${names.length} people`;
  const last = names.at(-1) ?? "";
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${last}` : last;
}

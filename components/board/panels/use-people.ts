"use client";

import { useEffect, useState } from "react";
import type { Person } from "../types";
import { askPortal } from "./ask-portal";
import type { Desk } from "./use-desk";

type People = { people: readonly Person[] /** Why not everybody is listed. */; note: string | null };

/** Who can be given a role. Without the portal at least those who are in this incident already. */
export function usePeople({ person, state }: Pick<Desk, "person" | "state">): People {
  const [found, setFound] = useState<readonly Person[] | null>(null);
  const [note, setNote] = useState<string | null>(null);
  useEffect(() => {
    let isGone = false;
    void askPortal<{ people: Person[] }>("/api/v1/people?for=incident").then((answer) => {
      if (isGone) return;
      if (answer.ok) setFound(answer.value.people);
      else setNote("Only people of this incident are listed: the portal cannot be reached.");
    });
    return () => {
      isGone = true;
    };
  }, []);
  const here = [person, ...state.people.filter(({ id }) => id !== person.id)];
  return { people: found ?? here, note };
}

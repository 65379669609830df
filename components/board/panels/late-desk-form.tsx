"use client";

import { useEffect, useState } from "react";
import { Toast } from "@/components/ui/live-region";
import type { Desk } from "./use-desk";

type Forms = typeof import("./desk-forms");

let coming: Promise<Forms> | null = null;

/** A failure is not kept: the next to ask tries again. */
function load(): Promise<Forms> {
  coming ??= import("./desk-forms").catch((error: unknown) => {
    coming = null;
    throw error;
  });
  return coming;
}

/** Brings the forms once the page has nothing else to do, so that they are there when the network is not. */
export function LateDeskForm({ desk }: { desk: Desk }) {
  const { question, close } = desk;
  const [forms, setForms] = useState<Forms | null>(null);
  const [hasFailed, setHasFailed] = useState(false);

  useEffect(() => {
    const timer = setTimeout(() => load().then(setForms, () => {}), 1_500);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (!question || forms) return;
    let isGone = false;
    load().then(
      (loaded) => !isGone && setForms(loaded),
      () => {
        if (isGone) return;
        setHasFailed(true);
        close();
      },
    );
    return () => {
      isGone = true;
    };
  }, [question, forms, close]);

  if (hasFailed && !question) {
    return (
      <Toast
        text="This part of the portal could not be loaded. Try again."
        onGone={() => setHasFailed(false)}
      />
    );
  }
  return question && forms ? <forms.DeskForm desk={desk} question={question} /> : null;
}

"use client";

import type { DeskQuestion } from "./desk-types";
import { EscalateForm } from "./escalate-form";
import { HandOverForm } from "./hand-over-form";
import { LinkForm } from "./link-form";
import { MergeForm } from "./merge-form";
import { ReferenceForm } from "./reference-form";
import { RoleForm } from "./role-form";
import { RunForm } from "./run-form";
import { SeverityForm } from "./severity-form";
import { TimerForm } from "./timer-form";
import type { Desk } from "./use-desk";

/** The form for a question of the desk. Loaded when it is needed: most boards are closed without one. */
export function DeskForm({ desk, question }: { desk: Desk; question: DeskQuestion }) {
  switch (question.kind) {
    case "severity":
      return <SeverityForm desk={desk} />;
    case "timer":
      return <TimerForm desk={desk} />;
    case "link":
      return <LinkForm desk={desk} />;
    case "run":
      return <RunForm desk={desk} />;
    case "merge":
      return <MergeForm desk={desk} />;
    case "hand-over":
      return <HandOverForm desk={desk} />;
    case "role":
      return <RoleForm desk={desk} role={question.role} />;
    case "escalate":
      return <EscalateForm desk={desk} level={question.level} contact={question.contact} />;
    case "reference":
      return <ReferenceForm desk={desk} slug={question.slug} title={question.title} href={question.href} />;
  }
}

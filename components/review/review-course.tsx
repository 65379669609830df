import Link from "next/link";
import type { ReactNode } from "react";
import { Time } from "@/components/ui/time";
import type { ReviewCourse } from "@/lib/domain/review-course";

/** What surrounded the checklist: causes, roles, hand-overs, calls, links. Only what there is. */
export function ReviewCoursePanels({ course }: { course: ReviewCourse }) {
  const { roles, handOvers, escalations, severityChanges, causes, links, merges } = course;
  const held = [
    ...(roles.commander ? [["Commander", roles.commander.name]] : []),
    ...(roles.scribe ? [["Scribe", roles.scribe.name]] : []),
    ...roles.responders.map(({ name }) => ["Responder", name]),
  ];
  return (
    <>
      <Part id="causes" title="What it was" isEmpty={causes.length === 0}>
        {causes.map(({ cause, by, at }) => (
          <li key={`${cause} ${at}`}>
            {cause}
            <small>
              says {by}, <Time iso={at} show="absolute" />
            </small>
          </li>
        ))}
      </Part>
      <Part id="roles" title="Roles at the end" isEmpty={held.length === 0}>
        {held.map(([role, name]) => (
          <li key={`${role} ${name}`}>
            {name}
            <small>{role}</small>
          </li>
        ))}
      </Part>
      <Part id="calls" title="Escalations" isEmpty={escalations.length + severityChanges.length === 0}>
        {escalations.map(({ id, level, contact, by, at }) => (
          <li key={id}>
            {level}
            {contact ? `: ${contact}` : ""}
            <small>
              by {by}, <Time iso={at} show="absolute" />
            </small>
          </li>
        ))}
        {severityChanges.map(({ from, to, reason, by, at }) => (
          <li key={at}>
            {from} to {to}
            {reason ? `: ${reason}` : ""}
            <small>
              by {by}, <Time iso={at} show="absolute" />
            </small>
          </li>
        ))}
      </Part>
      <Part id="hand-overs" title="Hand-overs" isEmpty={handOvers.length === 0}>
        {handOvers.map(({ id, role, by, to, summary, at }) => (
          <li key={id}>
            <details>
              <summary>
                {by} to {to}, as {role}
              </summary>
              <p className="review-summary">{summary}</p>
            </details>
            <small>
              <Time iso={at} show="absolute" />
            </small>
          </li>
        ))}
      </Part>
      <Part id="links" title="Links" isEmpty={links.length === 0}>
        {links.map(({ id, url, label, by }) => (
          <li key={id}>
            <a className="text-link" href={url} rel="noreferrer" target="_blank">
              {label}
            </a>
            <small>added by {by}</small>
          </li>
        ))}
      </Part>
      <Part id="merges" title="Merged" isEmpty={merges.into === null && merges.from.length === 0}>
        {merges.into ? (
          <li>
            into <Link href={`/incidents/${merges.into.key}`}>{merges.into.key}</Link>
            <small>by {merges.into.by}</small>
          </li>
        ) : null}
        {merges.from.map(({ key, title, by }) => (
          <li key={key}>
            <Link href={`/incidents/${key}`}>{key}</Link> {title}
            <small>merged into this one by {by}</small>
          </li>
        ))}
      </Part>
    </>
  );
}

type PartProps = { id: string; title: string; isEmpty: boolean; children: ReactNode };

function Part({ id, title, isEmpty, children }: PartProps) {
  if (isEmpty) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}

import Link from "next/link";
import { Badge } from "@/components/ui/badge";

type Hit = { kind: "title" | "alert" | "heading" | "command"; text: string; anchor: string | null };

export type SearchHitsProps = {
  results: readonly {
    slug: string;
    title: string;
    squadName: string | null;
    service: string | null;
    isTemplate?: boolean;
    hits: readonly Hit[];
  }[];
};

const kindWords: Record<Hit["kind"], string> = {
  title: "Title",
  alert: "Alert",
  heading: "Section",
  command: "Command",
};

/** Runbooks that fit, each with the places in it that do. */
export function SearchHits({ results }: SearchHitsProps) {
  return (
    <ul className="rows">
      {results.map(({ slug, title, squadName, service, isTemplate, hits }) => (
        <li key={slug}>
          <div className="row">
            <p className="row-title">
              <Link href={`/runbooks/${slug}`} prefetch={false}>
                {title}
              </Link>
              {isTemplate ? <Badge tone="accent">Template</Badge> : null}
            </p>
            <p className="row-facts">
              {squadName ? <span>{squadName}</span> : null}
              {service && service !== title ? <span>{service}</span> : null}
            </p>
            <Places slug={slug} hits={hits.filter(({ kind }) => kind !== "title")} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Places({ slug, hits }: { slug: string; hits: readonly Hit[] }) {
  if (hits.length === 0) return null;
  return (
    <ul className="hits">
      {hits.map(({ kind, text, anchor }) => (
        <li key={`${kind}:${anchor}:${text}`}>
          <Link href={`/runbooks/${slug}${anchor ? `#${anchor}` : ""}`} prefetch={false}>
            <span className="hit-kind">{kindWords[kind]}</span>
            {kind === "command" ? <code>{firstCommand(text)}</code> : <span>{text}</span>}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The first line that does something; a comment only if there is nothing else. */
function firstCommand(text: string): string {
  const lines = text.split("\n");
  return lines.find((line) => line.trim() !== "" && !line.trimStart().startsWith("#")) ?? lines[0] ?? "";
}

import type { LinkType } from "@/lib/domain/event-data";

const kinds: readonly [LinkType, RegExp][] = [
  ["dashboard", /grafana|datadog|kibana|newrelic|prometheus|dashboard|cloudwatch|honeycomb|signoz|\/d\//i],
  ["chat", /slack|teams\.microsoft|mattermost|discord|zulip|chat\.google|meet\.google|zoom\.us/i],
  [
    "tracker",
    /jira|atlassian|linear\.app|\/issues?\/|\/browse\/|servicenow|youtrack|trello|asana|pagerduty/i,
  ],
];

/** What a web address probably is, and a name for it: its host. Null for what is none that a browser may open. */
export function guessLink(written: string): { url: string; label: string; type: LinkType } | null {
  const address = written.trim();
  if (!URL.canParse(address)) return null;
  const { protocol, host, pathname, href } = new URL(address);
  if (protocol !== "http:" && protocol !== "https:") return null;
  const type = kinds.find(([, rule]) => rule.test(host + pathname))?.[0] ?? "other";
  return { url: href, label: host, type };
}

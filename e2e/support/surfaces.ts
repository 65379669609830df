import type { Role } from "./session";

/** What the table's addresses are filled with: a scene that the test makes. */
export type Scene = {
  incident: string;
  /** Another open incident. */
  other: string;
  runId: string;
  stepId: string;
  runbook: string;
  /** Name of an image that is kept with the runbook. */
  image: string;
  newId: () => string;
};

export type Surface = {
  /** File under app/ that answers; a test walks the folder and misses none. */
  file: string;
  method?: "GET" | "POST";
  path: (scene: Scene) => string;
  /** The least role that is let through; an editor is one of the squad that owns the runbook. */
  least: "public" | Role;
  body?: (scene: Scene) => unknown;
  /** An answer without end: only its head is read. */
  isStream?: boolean;
};

const event = (scene: Scene) => ({
  id: scene.newId(),
  kind: "step.checked",
  runId: scene.runId,
  stepId: scene.stepId,
  occurredAt: new Date().toISOString(),
  data: {},
});

/** Every page and route with who may see it. */
export const surfaces: readonly Surface[] = [
  { file: "(portal)/page.tsx", path: () => "/", least: "reader" },
  { file: "(portal)/runbooks/page.tsx", path: () => "/runbooks", least: "reader" },
  { file: "(portal)/runbooks/new/page.tsx", path: () => "/runbooks/new", least: "editor" },
  {
    file: "(portal)/runbooks/[slug]/page.tsx",
    path: ({ runbook }) => `/runbooks/${runbook}`,
    least: "reader",
  },
  {
    file: "(portal)/runbooks/[slug]/edit/page.tsx",
    path: ({ runbook }) => `/runbooks/${runbook}/edit`,
    least: "editor",
  },
  {
    file: "(portal)/runbooks/[slug]/history/page.tsx",
    path: ({ runbook }) => `/runbooks/${runbook}/history`,
    least: "reader",
  },
  {
    file: "(portal)/runbooks/[slug]/revisions/[number]/page.tsx",
    path: ({ runbook }) => `/runbooks/${runbook}/revisions/1`,
    least: "reader",
  },
  { file: "(portal)/incidents/page.tsx", path: () => "/incidents", least: "reader" },
  { file: "(portal)/incidents/new/page.tsx", path: () => "/incidents/new", least: "responder" },
  {
    file: "(portal)/incidents/[key]/page.tsx",
    path: ({ incident }) => `/incidents/${incident}`,
    least: "reader",
  },
  {
    file: "(portal)/incidents/[key]/review/page.tsx",
    path: ({ incident }) => `/incidents/${incident}/review`,
    least: "reader",
  },
  { file: "(portal)/squads/page.tsx", path: () => "/squads", least: "reader" },
  { file: "(portal)/settings/page.tsx", path: () => "/settings", least: "reader" },
  { file: "(portal)/settings/people/page.tsx", path: () => "/settings/people", least: "admin" },
  { file: "(portal)/settings/audit/page.tsx", path: () => "/settings/audit", least: "admin" },
  { file: "(portal)/settings/read-links/page.tsx", path: () => "/settings/read-links", least: "admin" },
  { file: "break-glass/[token]/page.tsx", path: () => "/break-glass/unknown", least: "public" },
  { file: "sign-in/page.tsx", path: () => "/sign-in", least: "public" },
  { file: "sign-in/link/[token]/page.tsx", path: () => "/sign-in/link/unknown", least: "public" },
  { file: "api/auth/[...nextauth]/route.ts", path: () => "/api/auth/csrf", least: "public" },
  { file: "health/live/route.ts", path: () => "/health/live", least: "public" },
  { file: "health/ready/route.ts", path: () => "/health/ready", least: "public" },
  { file: "metrics/route.ts", path: () => "/metrics", least: "public" },
  {
    file: "api/v1/runbooks/[slug]/source/route.ts",
    path: ({ runbook }) => `/runbooks/${runbook}.md`,
    least: "reader",
  },
  {
    file: "api/v1/runbooks/[slug]/html/route.ts",
    path: ({ runbook }) => `/runbooks/${runbook}.html`,
    least: "reader",
  },
  {
    file: "api/v1/runbooks/[slug]/files/[name]/route.ts",
    path: ({ runbook, image }) => `/api/v1/runbooks/${runbook}/files/${image}`,
    least: "reader",
  },
  {
    file: "api/v1/runbooks/[slug]/revisions/route.ts",
    method: "POST",
    path: ({ runbook }) => `/api/v1/runbooks/${runbook}/revisions`,
    least: "editor",
    body: ({ newId }) => ({ source: `# Written ${newId()}\n`, message: "Tried out", parentNumber: 1 }),
  },
  { file: "api/v1/offline/index/route.ts", path: () => "/api/v1/offline/index", least: "reader" },
  {
    file: "api/v1/offline/runbooks/[slug]/route.ts",
    path: ({ runbook }) => `/api/v1/offline/runbooks/${runbook}`,
    least: "reader",
  },
  { file: "api/v1/offline/incidents/route.ts", path: () => "/api/v1/offline/incidents", least: "reader" },
  {
    file: "api/v1/offline/incidents/[key]/route.ts",
    path: ({ incident }) => `/api/v1/offline/incidents/${incident}`,
    least: "reader",
  },
  { file: "offline/page.tsx", path: () => "/offline", least: "public" },
  { file: "sw.js/route.ts", path: () => "/sw.js", least: "public" },
  {
    file: "api/v1/preview/route.ts",
    method: "POST",
    path: () => "/api/v1/preview",
    least: "editor",
    body: () => ({ source: "# Preview\n", format: "md" }),
  },
  { file: "api/v1/people/route.ts", path: () => "/api/v1/people?for=incident", least: "responder" },
  { file: "api/v1/runbooks/route.ts", path: () => "/api/v1/runbooks?q=api", least: "reader" },
  { file: "api/v1/incidents/route.ts", path: () => "/api/v1/incidents?status=open", least: "reader" },
  {
    file: "api/v1/incidents/route.ts",
    method: "POST",
    path: () => "/api/v1/incidents",
    least: "responder",
    body: ({ newId, runbook }) => ({
      id: newId(),
      runbookSlug: runbook,
      title: "Tried out",
      severity: "SEV4",
      isDrill: true,
    }),
  },
  {
    file: "api/v1/incidents/[key]/events/route.ts",
    path: ({ incident }) => `/api/v1/incidents/${incident}/events`,
    least: "reader",
  },
  {
    file: "api/v1/incidents/[key]/events/route.ts",
    method: "POST",
    path: ({ incident }) => `/api/v1/incidents/${incident}/events`,
    least: "responder",
    body: event,
  },
  {
    file: "api/v1/incidents/[key]/runs/route.ts",
    method: "POST",
    path: ({ incident }) => `/api/v1/incidents/${incident}/runs`,
    least: "responder",
    body: ({ newId, runbook }) => ({ id: newId(), runbookSlug: runbook }),
  },
  {
    file: "api/v1/incidents/[key]/merge/route.ts",
    method: "POST",
    path: ({ incident }) => `/api/v1/incidents/${incident}/merge`,
    least: "responder",
    body: ({ other }) => ({ into: other }),
  },
  {
    file: "api/v1/incidents/[key]/stream/route.ts",
    path: ({ incident }) => `/api/v1/incidents/${incident}/stream`,
    least: "reader",
    isStream: true,
  },
  {
    file: "api/v1/incidents/[key]/presence/route.ts",
    method: "POST",
    path: ({ incident }) => `/api/v1/incidents/${incident}/presence`,
    least: "reader",
    body: ({ newId, runId, stepId }) => ({ tabId: newId(), runId, stepId }),
  },
  {
    file: "api/v1/incidents/[key]/export/route.ts",
    path: ({ incident }) => `/api/v1/incidents/${incident}/export?format=json`,
    least: "reader",
  },
];

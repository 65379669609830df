import { expect, test } from "vitest";
import { routeLabel } from "./route-label";

test.each([
  ["/api/v1/incidents", "/api/v1/incidents"],
  ["/api/v1/incidents/INC-0042/events", "/api/v1/incidents/[key]/events"],
  ["/api/v1/incidents/not-a-key/stream", "/api/v1/incidents/[key]/stream"],
  ["/api/v1/runbooks/portal-down/source", "/api/v1/runbooks/[slug]/source"],
  ["/api/v1/runbooks/portal-down/revisions/14", "/api/v1/runbooks/[slug]/revisions/[number]"],
  ["/sign-in/link/aGVsbG8td29ybGQ", "/sign-in/link/[token]"],
  ["/r/kubernetes", "/r/[alert]"],
  ["/api/v1/things/0198a000-0000-7000-8000-000000000001", "/api/v1/things/[id]"],
  ["/api/v1/Some%20Name", "/api/v1/[other]"],
])("%s is counted as %s", (path, label) => {
  expect(routeLabel(path)).toBe(label);
});

import { expect, test } from "vitest";
import { isPortalPage, placeOf } from "./portal-pages";

const place = (path: string) => placeOf(new URL(path, "https://portal.example.com"));

test.each([
  ["/", { view: "home" }],
  ["/offline", { view: "home" }],
  ["/runbooks", { view: "runbooks", query: "" }],
  ["/runbooks?q=%20disk%20full", { view: "runbooks", query: "disk full" }],
  ["/runbooks/checkout?service-name=a#x", { view: "runbook", slug: "checkout" }],
  ["/runbooks/new", { view: "none" }],
  ["/runbooks/checkout/edit", { view: "none" }],
  ["/r/KubePodCrash", { view: "alert", name: "KubePodCrash" }],
  ["/r/kube/KubePodCrash", { view: "alert", name: "KubePodCrash" }],
  ["/incidents", { view: "incidents" }],
  ["/incidents/new?runbook=checkout", { view: "new-incident", slug: "checkout" }],
  ["/incidents/INC-0042?run=r2", { view: "board", ref: "INC-0042", runId: "r2" }],
  ["/incidents/INC-0042/review", { view: "none" }],
  ["/settings", { view: "none" }],
  ["/runbooks/%E0%A4%A", { view: "runbook", slug: "%E0%A4%A" }],
])("%s", (path, expected) => {
  expect(place(path)).toEqual(expected);
});

test("the shell stands in for pages, and for nothing else", () => {
  expect(["/", "/runbooks/a", "/incidents/INC-1", "/settings/people"].every(isPortalPage)).toBe(true);
  const others = [
    "/runbooks/a.md",
    "/api/v1/offline/index",
    "/sign-in",
    "/health/live",
    "/metrics",
    "/_next/x",
  ];
  expect(others.filter(isPortalPage)).toEqual([]);
});

import { expect, test } from "vitest";
import { metricPrefix, metrics } from "./metrics";

test("every metric is named as Prometheus asks", async () => {
  const all = await metrics().registry.getMetricsAsJSON();
  expect(all.length).toBeGreaterThan(20);
  for (const { name, help, type } of all) {
    expect(name.startsWith(metricPrefix), name).toBe(true);
    expect(help, name).not.toBe("");
    // Base units alone: seconds and bytes.
    expect(name).not.toMatch(/_(ms|milliseconds|minutes|hours|kb|mb|kilobytes|megabytes|percent)(_|$)/);
    if (`${type}` === "counter") expect(name).toMatch(/_total$/);
    if (`${type}` === "histogram") expect(name).toMatch(/_(seconds|bytes)$/);
  }
});

test("no label can hold a person, a title or a typed address", () => {
  const { registry: _, ...own } = metrics();
  for (const [name, metric] of Object.entries(own)) {
    const labels: string[] = (metric as unknown as { labelNames: string[] }).labelNames;
    for (const label of labels) {
      expect(["method", "route", "status", "source", "state", "outcome", "reason", "slug"], name).toContain(
        label,
      );
    }
  }
});

test("the same metrics are given to every copy of the module", () => {
  expect(metrics()).toBe(metrics());
});

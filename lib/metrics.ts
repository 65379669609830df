import "server-only";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

export const metricPrefix = "runbook_portal_";

type Metrics = ReturnType<typeof create>;

// Next loads modules more than once in a process; a metric may be registered once only.
const shared = globalThis as { portalMetrics?: Metrics };

/** The metrics of this process. No label ever holds a person, a title or an address as it was typed. */
export function metrics(): Metrics {
  shared.portalMetrics ??= create();
  return shared.portalMetrics;
}

function create() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: metricPrefix });
  return {
    registry,
    httpRequestDuration: new Histogram({
      name: `${metricPrefix}http_request_duration_seconds`,
      help: "Time until the answer of an API route begins, by route pattern.",
      labelNames: ["method", "route", "status"] as const,
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers,
    }),
    incidentsCreated: new Counter({
      name: `${metricPrefix}incidents_created_total`,
      help: "Incidents that were opened, by where they came from.",
      labelNames: ["source"] as const,
      registers,
    }),
    stepEvents: new Counter({
      name: `${metricPrefix}step_events_total`,
      help: "Times that the state of a step was set, by the new state.",
      labelNames: ["state"] as const,
      registers,
    }),
    copies: new Counter({
      name: `${metricPrefix}copies_total`,
      help: "Commands copied in an incident, as recorded by this process.",
      labelNames: ["outcome"] as const,
      registers,
    }),
    renderFallbacks: new Counter({
      name: `${metricPrefix}render_fallbacks_total`,
      help: "Texts that were not rendered on the road of their format, by reason.",
      labelNames: ["reason"] as const,
      registers,
    }),
    timeToFirstStep: new Histogram({
      name: `${metricPrefix}time_to_first_step_seconds`,
      help: "Time from the opening of an incident until its first step was settled.",
      buckets: [15, 30, 60, 120, 300, 600, 1_200, 3_600],
      registers,
    }),
    runbookAge: new Gauge({
      name: `${metricPrefix}runbook_age_seconds`,
      help: "Time since the current revision of a runbook was published.",
      labelNames: ["slug"] as const,
      registers,
    }),
    eventStreams: new Gauge({
      name: `${metricPrefix}event_streams`,
      help: "Open event streams of this process.",
      registers,
    }),
  };
}

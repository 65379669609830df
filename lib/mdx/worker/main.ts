import { parentPort } from "node:worker_threads";
import type { RunbookFormat } from "@/lib/domain/document";
import { compile } from "./compile";

export type Job = { id: number; source: string; format: RunbookFormat };

const port = parentPort;
if (!port) throw new Error("This file runs as a worker thread.");

const WARM_UP = "# Warm\n\n1. Up `kubectl get pods`\n\n```bash\nkubectl get pods -n <name>\n```\n";

// The first compile loads the parsers and starts esbuild; it must not count against a real text.
await compile({ source: WARM_UP, format: "md" });
await compile({ source: WARM_UP.replace("<name>", "[name]"), format: "mdx" });

port.on("message", (job: Job) => {
  compile(job).then(
    (result) => port.postMessage({ id: job.id, result }),
    (error: unknown) =>
      port.postMessage({ id: job.id, error: error instanceof Error ? error.message : "unknown" }),
  );
});
port.postMessage({ ready: true });

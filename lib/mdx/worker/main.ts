import { parentPort } from "node:worker_threads";
import { type CompileJob, compile } from "./compile";

export type Job = CompileJob & { id: number };

const port = parentPort;
if (!port) throw new Error("This file runs as a worker thread.");

const SAMPLE = `## Warm up

| Metric | Target |
| --- | --- |
| Latency | **800 ms** |

1. Look at \`kubectl get pods -n <name>\`
   - [ ] and [read](https://example.com/page)

\`\`\`bash
# Restart
kubectl rollout restart deployment/[name]
\`\`\`

`;

// The first compiles load the parsers, start esbuild and make the code hot; no real text shall pay for that.
await compile({ source: SAMPLE.repeat(20), format: "md" });
await compile({ source: SAMPLE.replace("<name>", "[name]"), format: "mdx" });

port.on("message", (job: Job) => {
  compile(job).then(
    (result) => port.postMessage({ id: job.id, result }),
    (error: unknown) =>
      port.postMessage({ id: job.id, error: error instanceof Error ? error.message : "unknown" }),
  );
});
port.postMessage({ ready: true });

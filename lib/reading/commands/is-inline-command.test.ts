import { expect, test } from "vitest";
import { isInlineCommand } from "./is-inline-command";

test.each([
  "kubectl scale deployment api-deployment --replicas=5 -n production",
  "curl -s https://api.example.com/health | jq '.status'",
  "kubectl logs -f deployment/[service-name] | grep [pattern]",
  "docker ps",
  "make deploy",
  "make test lint",
  "just db-migrate",
  "git push origin main",
  "systemctl restart nginx",
  "sudo reboot now",
  "./deploy.sh",
  "scripts/rollback.sh --to=1",
  "export A=1",
  "PGPASSWORD=x psql -h db",
  "$ kubectl get pods",
])("command: %s", (text) => {
  expect(isInlineCommand(text)).toBe(true);
});

test.each([
  "kubectl",
  "templates/operations/runbook-template.md",
  "runbooks/database-rollback-runbook.md",
  "#api-alerts",
  "GET /health/live",
  "POST /api/v1/x",
  "p95 Latency > 200ms",
  "platform-escalation@company.pagerduty.com",
  "healthy",
  "",
  "Running",
  "1/1 Running",
  "replicas: 3",
  "--dry-run",
  "docker container",
  "make sure",
  "make changes",
  "make",
  "task definition",
  "git version",
  "/var/log/syslog",
  "time to recover",
  "node is ready",
])("no command: %s", (text) => {
  expect(isInlineCommand(text)).toBe(false);
});

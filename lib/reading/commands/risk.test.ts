import { describe, expect, test } from "vitest";
import { isEndless } from "./is-endless";
import { findRisk } from "./risk";

describe("shell", () => {
  test.each([
    ["read", "kubectl get pods -n delete", null],
    ["read", "kubectl logs deploy/api | grep -i 'delete all'", null],
    ["read", "kubectl delete pod x --dry-run=client", null],
    ["read", "kubectl exec -it x -- bash", null],
    ["change", "kubectl rollout restart deployment/api", "Restarts deployment/api"],
    ["change", "kubectl rollout undo deployment/[service-name]", "Undoes the last rollout"],
    ["change", "kubectl scale deployment api --replicas=5", "Scales a deployment"],
    ["danger", "kubectl scale deployment api --replicas=0", "Scales to zero"],
    ["danger", "kubectl -n prod delete pod api-1", "Deletes pod api-1"],
    ["danger", "kubectl exec x -- rm -rf /data", "Deletes files"],
    ["danger", "sudo rm -rf /var/tmp/x", "Deletes files"],
    ["danger", "find . -name x | xargs rm", "Deletes files"],
    ["danger", "echo $(rm x)", "Deletes files"],
    ["danger", "ssh host 'sudo systemctl stop nginx'", "Stops nginx"],
    ["danger", "bash -c 'git push --force'", "Overwrites a remote branch"],
    ["change", "git commit -m 'drop table, delete all; rm -rf'", "Changes the local repository"],
    ["change", "curl -X POST https://x.test/on", "Sends POST to x.test"],
    ["danger", "curl -XDELETE https://x.test/on", "Sends DELETE to x.test"],
    ["read", "curl -G https://x.test --data-urlencode 'a=b'", null],
    ["danger", "terraform destroy", "Destroys or detaches resources"],
    ["read", "terraform plan -out x", null],
    ["danger", "psql -c 'DELETE FROM t'", "Deletes rows"],
    ["read", "psql -c \"SELECT * FROM t WHERE a = 'delete from'\"", null],
    ["change", "./scripts/deploy/rollback.sh --version=1", "Rolls a deployment back"],
    ["danger", "./scripts/db/rollback.sh", "Rolls the database back"],
    ["read", "./scripts/db/migrate.sh --dry-run", null],
    ["danger", "somectl cluster destroy now", "Deletes or stops something"],
    ["read", "somectl cluster list", null],
  ] as const)("%s: %s", (risk, text, reason) => {
    expect(findRisk(text, "shell", null)).toEqual({ risk, reason });
  });
});

describe("SQL", () => {
  test.each([
    ["read", "SELECT * FROM a WHERE b = 'drop table x'", null],
    ["change", "UPDATE a SET b = 1 WHERE c = 2", "Updates rows"],
    ["danger", "UPDATE a SET b = 1", "Updates every row"],
    ["danger", "WITH x AS (DELETE FROM a RETURNING *) SELECT * FROM x", "Deletes rows"],
    ["danger", "TRUNCATE a", "Empties a table"],
    ["danger", "SELECT pg_terminate_backend(1)", "Ends database sessions"],
    ["change", "INSERT INTO a VALUES (1)", "Inserts rows"],
  ] as const)("%s: %s", (risk, text, reason) => {
    expect(findRisk(text, "sql", null)).toEqual({ risk, reason });
  });
});

test("an author's mark raises a statement to danger, the word in output text does not", () => {
  expect(findRisk("UPDATE a SET b = 1 WHERE c = 2", "sql", "Clear (use with caution!)").risk).toBe("danger");
  expect(findRisk("curl -d '⚠ caution' https://x.test", "shell", "Tell the channel").risk).toBe("change");
});

test.each([
  "kubectl logs -f x",
  "watch -n 30 'ls'",
  "tail -f /var/log/x",
  "kubectl port-forward x 80",
  "journalctl -fu x",
])("runs until stopped: %s", (text) => expect(isEndless(text)).toBe(true));

test.each([
  "kubectl logs x --tail=100",
  "kubectl apply -f x",
  "tail -n 5 x",
  "kubectl get pods",
  "ping -c 1 x",
])("ends by itself: %s", (text) => expect(isEndless(text)).toBe(false));

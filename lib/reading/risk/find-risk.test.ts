import { describe, expect, test } from "vitest";
import { findRisk } from ".";

const of = (text: string, label: string | null = null, before: string | null = null) =>
  findRisk({ text, language: "shell", label, before });

test.each([
  [
    "kubectl -n prod --context east delete pod api-1",
    "Deletes objects of the cluster",
    "pod api-1 in namespace prod on cluster east",
  ],
  [
    "kubectl delete pod -l app=x -n prod",
    "Deletes objects of the cluster",
    "pod with label app=x in namespace prod",
  ],
  ["kubectl rollout restart deployment/[service-name]", "Restarts pods", "deployment/[service-name]"],
  ["kubectl scale deploy api --replicas=0", "Scales to zero", "deploy api"],
  ["ssh db-1 'sudo systemctl stop nginx'", "Stops a service", "nginx on db-1"],
  ["kubectl exec -n prod api-0 -- rm -rf /data", "Deletes files", "/data in api-0"],
  [
    "curl -X DELETE 'https://user:x@api.test:8443/v1/items/7?force=1'",
    "Sends DELETE",
    "api.test:8443/v1/items/7",
  ],
  ["psql -h db-1 -d orders -c 'DELETE FROM jobs'", "Deletes rows", "jobs in database orders on db-1"],
  ["git -C /srv push --force origin main", "Overwrites or deletes a remote branch", "origin main in /srv"],
  [
    "aws ec2 terminate-instances --instance-ids i-1 --region eu-west-1",
    "Deletes, stops or detaches a resource",
    "i-1 in region eu-west-1",
  ],
  ["terraform destroy", "Destroys resources", null],
  ["helm rollback api 3 -n prod", "Rolls a release back", "api 3 in namespace prod"],
  [
    "./scripts/db/rollback.sh --env=production",
    "Rolls data back or overwrites it",
    "./scripts/db/rollback.sh",
  ],
  [
    "az aks stop -g [group] -n [cluster]",
    "Deletes, stops or detaches a resource",
    "[cluster] in resource group [group]",
  ],
])("%s: %s, on %s", (text, reason, target) => expect(of(text)).toMatchObject({ reason, target }));

test("a statement of several commands says the gravest", () => {
  expect(of("git pull && rm -rf build && systemctl restart x")).toEqual({
    risk: "danger",
    reason: "Deletes files",
    target: "build",
    isDisruptive: true,
  });
});

describe("the author's words", () => {
  test.each([
    "Clear stuck rows (use with caution!)",
    "DANGER: drops what is not flushed",
    "Warning: this cannot be undone",
    "⚠ takes the site down",
    "irreversible",
  ])("%s above a change make it dangerous", (label) => {
    expect(of("kubectl apply -f x.yaml", label)).toMatchObject({ risk: "danger", isDisruptive: true });
  });

  test.each([
    "Make sure that nobody is on it",
    "Only if the queue is full",
    "Tell the channel first",
    "A non-destructive change",
    "",
  ])("%s is too soft for that", (label) => expect(of("kubectl apply -f x.yaml", label).risk).toBe("change"));

  test("a marked program that nobody knows is dangerous, a marked look is not", () => {
    expect(of("frobnicate --all", "DANGER: empties the cache").risk).toBe("danger");
    expect(of("kubectl get pods", "DANGER: production").risk).toBe("read");
    expect(of("frobnicate --all").risk).toBe("read");
  });

  test("the words in a message that is sent mark nothing", () => {
    expect(of("curl -d '⚠ caution, danger!' https://x.test", "Tell the channel").risk).toBe("change");
  });

  test.each([
    "**Danger**: this removes all sessions.",
    "⚠️ Run this once only:",
    "The next command is irreversible.",
  ])("%s before the block makes its changes dangerous", (before) =>
    expect(of("kubectl apply -f x.yaml", null, before).risk).toBe("danger"),
  );

  test.each([
    "Then apply the file:",
    "This is not destructive:",
    "This is a non-destructive change:",
    "Note: takes a minute.",
    "BE CAREFUL! See what would be removed with `--dry-run`:",
    "To avoid data loss, keep the old file:",
  ])("%s before the block does not", (before) =>
    expect(of("kubectl apply -f x.yaml", null, before).risk).toBe("change"),
  );

  test("a warning before a block that only looks marks nothing", () => {
    expect(of("kubectl get pods", null, "⚠️ Danger: production").risk).toBe("read");
  });
});

import { expect, test } from "vitest";
import { parseRiskWords } from "@/lib/domain/local-risk-words";
import { findRisk } from ".";

function riskOf(text: string, list: string): string {
  const read = parseRiskWords(list);
  const riskWords = read.ok ? read.words : [];
  return findRisk({ text, language: "shell", label: null, before: null, riskWords }).risk;
}

test.each([
  ["somectl cluster cycle-vm --oldest", "cycle-vm"],
  ["somectl cluster cycle-vm --oldest", "cluster cycle-vm"],
  ["somectl cluster cycle-vm --oldest", "somectl cluster cycle-vm"],
  ["somectl --region eu cluster cycle-vm x", "somectl cluster cycle-vm"],
  ["/opt/tools/frob", "frob"],
  ["./frob.sh now", "frob"],
  ["rake publishing:frob", "frob"],
  ["make frob", "frob"],
  ["kubectl frob pods", "frob"],
  ["kubectl get secrets -A", "kubectl get secrets"],
  ["ssh host 'sudo somectl cycle-vm a'", "cycle-vm"],
  ["SOMECTL cluster cycle-vm", "somectl cluster"],
])("%s is dangerous by %s", (text, list) => expect(riskOf(text, list)).toBe("danger"));

test.each([
  ["kubectl get pods cycle-vm", "cycle-vm"],
  ["kubectl get pods -n cycle-vm", "cycle-vm"],
  ["grep cycle-vm log", "cycle-vm"],
  ["echo somectl cluster cycle-vm", "somectl cluster cycle-vm"],
  ["somectl show --name cycle-vm", "cycle-vm"],
  ["somectl cluster list", "somectl cluster cycle-vm"],
  ["git log --grep cycle-vm", "cycle-vm"],
])("%s is none of %s", (text, list) => expect(riskOf(text, list)).toBe("read"));

test("a word of the level change marks a change and takes nothing back", () => {
  expect(riskOf("somectl frob", "frob: change")).toBe("change");
  expect(riskOf("kubectl delete pod x", "kubectl delete: change")).toBe("danger");
  expect(riskOf("somectl frob", "")).toBe("read");
});

test("the finding says that the list marks it, and on what", () => {
  const riskWords = [{ words: ["cycle-vm"], risk: "danger" as const }];
  const input = {
    text: "somectl cluster cycle-vm a b",
    language: "shell" as const,
    label: null,
    before: null,
  };
  expect(findRisk({ ...input, riskWords })).toMatchObject({
    reason: "On the list of local words: cycle-vm",
    target: "a b",
    isDisruptive: true,
  });
});

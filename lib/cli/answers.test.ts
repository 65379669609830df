import { expect, test } from "vitest";
import { compile } from "@/lib/mdx/worker/compile";
import { answersOf } from "./answers";

async function answer(source: string) {
  const { model } = await compile({ source, format: "md" });
  return answersOf("x.md", model);
}

const fence = (text: string) => `\`\`\`bash\n${text}\n\`\`\`\n`;

test("variables of the shell are no placeholders, and a name that no variable can have is one", async () => {
  const [first] = await answer(
    fence("kubectl logs -n $NS ${POD:-web} <pod> ${top-user-of-last-command} $NS <pod>"),
  );
  expect(first?.envVars).toEqual(["NS", "POD"]);
  expect(first?.placeholders).toEqual(["<pod>", "${top-user-of-last-command}"]);
});

test("a variable that the shell works on is read all the same", async () => {
  const [first] = await answer(fence('echo ${A%%.*} "${B:0:3}" ${C^^} ${D:+x} ${#E}'));
  expect(first).toMatchObject({ envVars: ["A", "B", "C", "D", "E"], placeholders: [] });
});

test("a variable that the block sets itself is not asked for", async () => {
  const [first] = await answer(fence("NS=web\nkubectl get pods -n $NS"));
  expect(first).toMatchObject({ envVars: [], placeholders: [] });
});

test("answers come in the order of the text, also from a footnote, and only for code blocks", async () => {
  const source = `Text[^1] and \`kubectl get pods\`\n\n[^1]: Note\n\n    ${fence("hostname").replaceAll("\n", "\n    ")}\n<pre>uptime</pre>\n\n${fence("date")}`;
  expect((await answer(source)).map(({ blockIndex, copyText }) => [blockIndex, copyText])).toEqual([
    [0, "hostname"],
    [1, "date"],
  ]);
});

test("output is copied by nobody", async () => {
  const [first] = await answer("```text\nNAME   READY   STATUS\nweb    1/1     Running\n```\n");
  expect(first).toMatchObject({ kind: "output", copyText: "" });
});

test("dangerous is danger alone, disruptive takes restarts in", async () => {
  const [remove, restart, look] = await answer(
    ["kubectl delete pod web", "kubectl rollout restart deployment/web", "kubectl get pods"]
      .map(fence)
      .join("\n"),
  );
  expect([remove?.dangerous, remove?.disruptive]).toEqual([true, true]);
  expect([restart?.dangerous, restart?.disruptive]).toEqual([false, true]);
  expect([look?.dangerous, look?.disruptive]).toEqual([false, false]);
});

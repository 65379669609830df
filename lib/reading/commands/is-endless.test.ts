import { expect, test } from "vitest";
import { readCommands } from "../shell/shell-words";
import { isEndless } from "./is-endless";

test.each([
  "kubectl logs -f x",
  "watch -n 30 'ls'",
  "tail -f /var/log/x",
  "kubectl port-forward x 80",
  "journalctl -fu x",
])("runs until stopped: %s", (text) => expect(isEndless(readCommands(text))).toBe(true));

test.each([
  "kubectl logs x --tail=100",
  "kubectl apply -f x",
  "tail -n 5 x",
  "kubectl get pods",
  "ping -c 1 x",
])("ends by itself: %s", (text) => expect(isEndless(readCommands(text))).toBe(false));
